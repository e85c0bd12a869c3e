import type { Partner } from './fact.ts'
import type { Interval } from './interval.ts'

/**
 * One occurrence on a platform, as derived from all facts about it (series.ts).
 * `running` is when the room really ran (the union of its instances), `live` the part that counts for attendance
 * (live-time.ts); both are sorted and disjoint, and an end that nobody knows is Infinity.
 * `endsAt` is the end of `running`, null when not known; `provisional` when it is only the scheduled end.
 */
export interface Webinar {
  id: string
  platform: string
  platformId: string
  /** Slot or first instance: what tells this occurrence from the others of its series. */
  occurrence: string
  instances: string[]
  topic: string | null
  kind: string
  partner: Partner | null
  cost: number | null
  funnelStage: string | null
  hostIds: string[]
  scheduled: { from: number; to: number | null } | null
  running: Interval[]
  live: Interval[]
  startsAt: number | null
  endsAt: number | null
  provisional: boolean
  deleted: boolean
  recordings: { mediaSeconds: number; offsetSeconds?: number }[]
}
