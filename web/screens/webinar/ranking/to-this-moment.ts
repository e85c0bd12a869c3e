import type { RankingRow } from '../../../../src/http/workspace/ranking.ts'

type Presence = RankingRow['presence']

/** The presence of somebody who is still in the room, up to `now` (seconds of the webinar); null: they are not. */
export function toThisMoment(presence: Presence, now: number | null): Presence {
  const last = presence.live.at(-1)
  if (now === null || !last || last[1] >= now) return presence
  return { ...presence, live: [...presence.live.slice(0, -1), [last[0], now]] }
}
