import { plain } from './told/plain.ts'
import type { Answered } from './ways-out.ts'

/**
 * How sending ended. `later`: to be tried again, after `afterMs` at the soonest where the target says so; `refused`: the
 * target does not take it; `gone`: it will never take anything again. `answer`: what it said, for people, without secrets.
 */
export interface Outcome {
  readonly is: 'sent' | 'later' | 'refused' | 'gone'
  readonly answer: string
  readonly afterMs?: number
}

const most = 200
const DAY = 86_400_000
/** Besides 5xx: come back later. */
const BUSY = [408, 425, 429]

/** What the answer of a target means, `now` in ms UTC. `secrets` are kept out of what is shown. */
export function outcomeOf(answered: Answered, now: number, secrets: readonly string[]): Outcome {
  const { status, retryAfter } = answered
  const answer = [status, spoken(answered.text, secrets)].filter(Boolean).join(' ')
  if (status >= 200 && status < 300) return { is: 'sent', answer }
  if (status === 410) return { is: 'gone', answer }
  if (status >= 300 && status < 400) return { is: 'refused', answer: `${status}: it sends on to another address` }
  if (status < 500 && !BUSY.includes(status)) return { is: 'refused', answer }
  const afterMs = waitOf(retryAfter, now)
  return afterMs === null ? { is: 'later', answer } : { is: 'later', answer, afterMs }
}

/** Of Retry-After, in seconds or as a date: ms, a day at most. Null where it is neither. */
export function waitOf(retryAfter: string | null, now: number): number | null {
  const text = retryAfter?.trim() ?? ''
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : /[a-z]/i.test(text) ? Date.parse(text) - now : Number.NaN
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), DAY)
}

function spoken(text: string, secrets: readonly string[]): string {
  const said = secrets.reduce((left, secret) => left.replaceAll(secret, '…'), text.slice(0, 20 * most))
  const words = said.replace(/<(?:style|script)\b[\s\S]*?<\/(?:style|script)>|<[^>]*>/gi, ' ')
  return plain(words, most)
}
