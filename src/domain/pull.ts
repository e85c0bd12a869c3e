/** How much is fetched of a room: all there is, or only what still grows when the rest is known: who watches its replay. */
export type Extent = 'all' | 'replay'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

/** So long after the end all is fetched, ms: a platform's reports are complete after half an hour, its surveys after a day. */
const wholes = { after_15_minutes: 15 * minute, after_2_hours: 2 * hour, after_24_hours: day }

/** So long after the end it is looked who has watched the replay. */
const replays = {
  after_2_days: 2 * day,
  after_3_days: 3 * day,
  after_5_days: 5 * day,
  after_7_days: 7 * day,
  after_14_days: 14 * day,
  after_21_days: 21 * day,
  after_30_days: 30 * day,
}

/** Why something is fetched: because so long ago a webinar ended, because somebody asked, to fill in what was before. */
export type Reason = keyof typeof wholes | keyof typeof replays | 'asked' | 'backfill'

/** When a webinar ended, ms UTC. Not `isSure`: it was to be over by then, and nobody has said that it was. */
export interface Ending {
  at: number
  isSure: boolean
}

/** What was fetched of a room before. */
export interface Pulled {
  extent: Extent
  beganAt: number
  /** Nothing was left out that may be had later. */
  isWhole: boolean
  /** The platform keeps it no longer. */
  isTooOld: boolean
}

export interface Planned {
  reason: Reason
  extent: Extent
  dueAt: number
}

/** How long it is waited for word of an end that is only the scheduled one. */
const grace = hour

/**
 * When a room is asked for next, by the end of its webinar and by what was fetched of it since; null: no more. What was
 * missed is made up for once, however much of it there is. After a day only the replay is looked at, where there is one,
 * unless something of the rest is still missing. `connectedAt`: nothing is fetched by itself of what was over a day before.
 */
export function nextPull(
  end: Ending,
  { hasReplay, connectedAt }: { hasReplay: boolean; connectedAt: number },
  before: readonly Pulled[],
): Planned | null {
  if (before.some(({ isTooOld }) => isTooOld)) return null
  if (before.length === 0 && end.at + day < connectedAt) return null
  const since = before.filter(({ beganAt }) => beganAt >= end.at)
  const askedAt = latest(since.filter(({ extent }) => extent === 'all'))
  const isWhole = since.some(({ extent, beganAt, isWhole }) => extent === 'all' && isWhole && beganAt >= end.at + day)
  for (const [reason, dueAt] of momentsOf(wholes, end))
    if (!isWhole && dueAt > askedAt) return { reason, extent: 'all', dueAt }
  if (isWhole && !hasReplay) return null
  const lookedAt = isWhole ? latest(since) : askedAt
  const next = momentsOf(replays, end).find(([, dueAt]) => dueAt > lookedAt)
  return next ? { reason: next[0], extent: isWhole ? 'replay' : 'all', dueAt: next[1] } : null
}

/** Whether it is asked for so soon after the end that what the platform has not got may still come. */
export function isEarly(reason: Reason): boolean {
  return reason === 'after_15_minutes' || reason === 'after_2_hours'
}

function momentsOf<R extends Reason>(delays: Record<R, number>, { at, isSure }: Ending): [R, number][] {
  const first = isSure ? at : at + grace
  return (Object.entries(delays) as [R, number][]).map(([reason, delay]) => [reason, Math.max(at + delay, first)])
}

function latest(pulled: readonly Pulled[]): number {
  return Math.max(-Infinity, ...pulled.map(({ beganAt }) => beganAt))
}
