import type { Fact } from '../fact.ts'
import { cut, type Interval, intersect, lengthOf, positionOf, subtract, union } from '../interval.ts'
import type { Span } from '../standing.ts'
import { staysOf } from '../stay.ts'
import type { Webinar } from '../webinar.ts'
import { isToTheMinute, matchedOf, rowsOf, toldOf } from './connections.ts'

/** What webhooks alone and the platform's report alone say of one person's presence in one webinar. */
export interface Compared {
  /** Seconds of the live time by webhooks alone, by the report alone, and by all sources together. */
  readonly webhookSeconds: number
  readonly reportSeconds: number
  readonly togetherSeconds: number
  /** Seconds that only one of the two has; what the rounding of a report explains is left out. */
  readonly differenceSeconds: number
  /** In seconds of the live time. */
  readonly webhooks: Span[]
  readonly report: Span[]
  readonly onlyWebhooks: Span[]
  readonly onlyReport: Span[]
  /** A join by webhook has no leave: by webhooks alone it lasts until the end. */
  readonly open: boolean
  /** The report prints no seconds: each of its times may be off by up to a minute. */
  readonly toTheMinute: boolean
  /** Connections in the report of which no webhook came, and connections by webhook that the report lacks. */
  readonly lost: number
  readonly missing: number
}

const MINUTE = 60_000

/** `facts`: those of the person that name the webinar, in canonical order; `asOf`: what is later does not count. */
export function compared(facts: readonly Fact[], webinar: Pick<Webinar, 'live'>, asOf: number): Compared {
  const live = cut(webinar.live, asOf)
  const [told, rows] = [toldOf(facts), rowsOf(facts)]
  const present = (stays: readonly Interval[]) => intersect(union(stays), live)
  const byWebhook = facts.filter(({ type }) => type !== 'webinar.attended')
  const [webhooks, report, together] = [present(staysOf(byWebhook)), present(rows), present(staysOf(facts))]
  const toTheMinute = isToTheMinute(rows)
  const counts = ({ from, to }: Interval) => to - from > (toTheMinute ? MINUTE : 0)
  const onlyWebhooks = subtract(webhooks, report).filter(counts)
  const onlyReport = subtract(report, webhooks).filter(counts)
  const spans = (intervals: readonly Interval[]) =>
    intervals.map(({ from, to }): Span => [positionOf(live, from) / 1000, positionOf(live, to) / 1000])
  const seconds = (intervals: readonly Interval[]) => lengthOf(intervals) / 1000
  const matched = matchedOf(rows, told)
  return {
    webhookSeconds: seconds(webhooks),
    reportSeconds: seconds(report),
    togetherSeconds: seconds(together),
    differenceSeconds: seconds(onlyWebhooks) + seconds(onlyReport),
    webhooks: spans(webhooks),
    report: spans(report),
    onlyWebhooks: spans(onlyWebhooks),
    onlyReport: spans(onlyReport),
    open: told.some(({ to }) => to === Infinity),
    toTheMinute,
    lost: rows.length - matched,
    missing: told.length - matched,
  }
}
