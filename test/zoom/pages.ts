import { ZoomRefusal } from './refusal.ts'
import { MINUTE } from './story.ts'

interface Told {
  rows: readonly object[]
  /** The request for whose next page it is: the same parameters or none. */
  of: string
  offset: number
  expiresAt: number
}

const invalid = () => new ZoomRefusal(400, 300, 'The next page token is invalid or expired.')

/**
 * Cuts lists into pages. A token lives for 15 minutes, goes with the parameters with which it was given out, and leads to
 * the list as it was then.
 */
export class Pages {
  readonly #tokens = new Map<string, Told>()
  #given = 0

  cut(list: () => readonly object[], path: string, query: URLSearchParams, most: number, now: number) {
    const size = Number(query.get('page_size') ?? 30)
    if (!Number.isInteger(size) || size < 1 || size > most)
      throw new ZoomRefusal(400, 300, `Validation Failed. page_size must be between 1 and ${most}.`)
    const of = requestOf(path, query)
    const { rows, offset } = this.#find(query.get('next_page_token') ?? '', of, now) ?? { rows: list(), offset: 0 }
    const next = offset + size
    return {
      page_size: size,
      total_records: rows.length,
      next_page_token: next < rows.length ? this.#give({ of, rows, offset: next, expiresAt: now + 15 * MINUTE }) : '',
      rows: rows.slice(offset, next),
    }
  }

  #find(token: string, of: string, now: number): Told | null {
    if (token === '') return null
    const told = this.#tokens.get(token)
    if (!told || told.of !== of || told.expiresAt <= now) throw invalid()
    return told
  }

  #give(told: Told): string {
    const token = `${Buffer.from(`page ${++this.#given}`).toString('base64url')}w7587w4eiyfsudgf`
    this.#tokens.set(token, told)
    return token
  }
}

function requestOf(path: string, query: URLSearchParams): string {
  const others = [...query].filter(([name]) => name !== 'next_page_token')
  return `${path}?${others
    .map((pair) => pair.join('='))
    .sort()
    .join('&')}`
}
