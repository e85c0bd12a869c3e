import { hash } from 'node:crypto'

/** The id of an alert: it follows from what it is about, so whatever happens in between it is the same again. */
export function alertId(rule: string, fact: string, about: string): string {
  return derived('al', rule, fact, about)
}

/** The id under which something goes out by a channel; the same with every try, also after a restart. */
export function sendId(channel: string, what: string): string {
  return derived('sd', channel, what)
}

/** The id of a run of a schedule for a moment (ms UTC) at which it is due, or after a webinar, by its id. */
export function runId(schedule: string, of: number | string): string {
  return derived('xr', schedule, String(of))
}

function derived(prefix: string, ...parts: string[]): string {
  return `${prefix}_${hash('sha256', JSON.stringify(parts), 'hex').slice(0, 24)}`
}
