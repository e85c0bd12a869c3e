import { domainOf, isAtDomain } from './address.ts'
import type { CompiledModel } from './compile.ts'

/**
 * A company that people work for: `d:<business domain>`, else `n:<normalised name>`. Accounts follow from people and
 * never enter a person's score.
 */
export type AccountKey = string

/** Who adds points to an account: so many of the highest. House. */
const COUNTED = 5

type Mailboxes = Pick<CompiledModel, 'freeMailboxes' | 'disposableMailboxes'>

/**
 * The account of somebody with these addresses (normalised, the one by which the person is listed first) and this
 * company name; null for somebody of whom nobody knows where they work. A free or disposable mailbox is never one.
 */
export function accountKeyOf(
  addresses: readonly string[],
  company: string | null,
  { freeMailboxes, disposableMailboxes }: Mailboxes,
): AccountKey | null {
  for (const address of addresses) {
    const domain = domainOf(address)
    if (domain && !freeMailboxes.has(domain) && !disposableMailboxes.has(domain)) return `d:${domain}`
  }
  const name = company === null ? '' : companyName(company)
  return name ? `n:${name}` : null
}

/** The business domain of an account, null for one that is known by its name alone. */
export function domainOfAccount(key: AccountKey): string | null {
  return key.startsWith('d:') ? key.slice(2) : null
}

/** Staff of the workspace itself work for no account. */
export function isStaff(addresses: readonly string[], { staffDomains }: Pick<CompiledModel, 'staffDomains'>): boolean {
  return staffDomains.length > 0 && addresses.some((address) => isAtDomain(address, staffDomains))
}

const legalForms = new Set(
  `inc incorporated corp corporation co company ltd limited llc llp lp plc pllc gmbh mbh ag kg ohg ug eg se sa sas sarl
  sasu srl spa snc bv nv vof oy oyj ab as asa aps sro spol doo kft zrt sl slu pty pte pvt private kk בעמ`.split(/\s+/),
)
const formsBefore = new Set('ооо оао зао пао ао ип тов'.split(' '))

/** What people write into the field who work for no company, or do not want to say. */
const nobody = new Set(
  `na none no nil null test self freelance freelancer independent student personal unemployed retired
  פרטי עצמאי עצמאית סטודנט סטודנטית אין нет студент фрилансер`.split(/\s+/),
)

/** A company's name without case, marks and legal form: `Kiwi, Inc.` and `KIWI` are one company; '' says none. */
export function companyName(given: string): string {
  const words = given
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['"’״׳`.]/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
  let [from, to] = [0, words.length]
  while (to - from > 1 && legalForms.has(words[to - 1]!)) to--
  while (to - from > 1 && formsBefore.has(words[from]!)) from++
  const name = words.slice(from, to).join(' ')
  return nobody.has(name.replaceAll(' ', '')) || name === 'self employed' ? '' : name
}

/** Somebody's part in an account's score: the whole score of the person, known by a number. */
export interface AccountLine {
  readonly person: number
  readonly points: number
  /** Of equal scores the smaller address comes first, so that the order in which people came changes nothing. */
  readonly email: string
}

function compareLines(a: AccountLine, b: AccountLine): number {
  return b.points - a.points || (a.email === b.email ? a.person - b.person : a.email < b.email ? -1 : 1)
}

/** The lines of an account while its people are looked at one after the other: the highest scores above 0. */
export class AccountLines {
  readonly lines: AccountLine[] = []

  /** The sum of its lines. */
  get score(): number {
    return this.lines.reduce((sum, { points }) => sum + points, 0)
  }

  add(line: AccountLine): void {
    if (line.points <= 0) return
    const { lines } = this
    const at = lines.findIndex((other) => compareLines(line, other) < 0)
    if (at < 0 && lines.length === COUNTED) return
    lines.splice(at < 0 ? lines.length : at, 0, line)
    if (lines.length > COUNTED) lines.pop()
  }
}

/** Spellings of a name and how often each was given. */
export class Spellings {
  readonly #counts = new Map<string, number>()

  add(name: string | null): void {
    if (name) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  /** The most frequent one; of several the first by code point. Null: none was given. */
  get best(): string | null {
    let best: [name: string, count: number] | null = null
    for (const [name, count] of this.#counts)
      if (!best || count > best[1] || (count === best[1] && name < best[0])) best = [name, count]
    return best?.[0] ?? null
  }
}
