import { senderOf } from '../domain/sender.ts'
import { noTally } from '../domain/tally.ts'
import type { Params } from '../domain/words.ts'
import { daysFrom, type SourceDay } from '../store/source-days.ts'
import { allRejected } from '../store/source-rejected.ts'
import { dayOf, shownDays } from './came.ts'
import { momentOf } from './moment.ts'
import type { Workspace } from './workspace.ts'

/** What came on a day of the workspace's calendar. Delays are null where nothing tells when it happened. */
export interface ShownDay {
  day: string
  came: number
  taken: number
  duplicate: number
  ignored: number
  rejected: number
  /** Came more than a minute after what it tells of, of so many of which that is known. */
  late: number
  timed: number
  meanDelaySeconds: number | null
  longestDelaySeconds: number | null
}

/** Why something was rejected, how often, when last, and the id of the last of it. */
export interface ShownRejected {
  at: string
  times: number
  reason: string
  key?: string | undefined
  params?: Params | undefined
  id: string | null
}

/** What came from one sender: the last 30 days, the latest last, and why something of it was rejected lately. */
export interface SenderShown {
  lastDeliveryAt: string | null
  days: ShownDay[]
  rejectedRecently: ShownRejected[]
}

/** What came from each sender, by its text; and the same of one from which nothing came. */
export function sendersShown(ws: Workspace): { of: Map<string, SenderShown>; nothing: SenderShown } {
  const last = dayOf(ws, ws.now())
  const first = last - shownDays + 1
  const dates = Array.from({ length: shownDays }, (_, at) => first + at)
  const rows = Map.groupBy(daysFrom(ws.db, first), ({ sender }) => sender)
  const rejected = Map.groupBy(allRejected(ws.db), ({ sender }) => sender)
  const shown = (sender: string): SenderShown => {
    const own = rows.get(sender) ?? []
    const byDay = new Map(own.map((row) => [row.day, row]))
    return {
      lastDeliveryAt: own.length > 0 ? momentOf(Math.max(...own.map(({ lastAt }) => lastAt))) : null,
      days: dates.map((day) => shownDay(day, byDay.get(day))),
      rejectedRecently: (rejected.get(sender) ?? []).map(({ reason, times, lastAt, example }) => {
        const { text, key, params } = JSON.parse(reason)
        return { at: momentOf(lastAt), times, reason: text, key, params, id: example }
      }),
    }
  }
  return { of: new Map([...rows.keys()].map((sender) => [sender, shown(sender)])), nothing: shown('') }
}

/** What came from others than sources: systems that send activities, and files, by kind and name. */
export interface OtherSender extends SenderShown {
  kind: 'activities' | 'files'
  /** Of activities the system's own name and whose key let it in; '' where they are too many to be told apart. */
  name: string
  by: string | null
}

export function othersIn(senders: ReadonlyMap<string, SenderShown>): OtherSender[] {
  return [...senders].flatMap(([text, shown]) => {
    const sender = senderOf(text)
    if (sender.kind !== 'activities' && sender.kind !== 'files') return []
    const { kind, name } = sender
    return { kind, name, by: sender.kind === 'activities' ? sender.by : null, ...shown }
  })
}

function shownDay(day: number, row: SourceDay | undefined): ShownDay {
  const { came, taken, duplicate, ignored, rejected, late, timed, delay, longestDelay } = row ?? noTally()
  return {
    day: new Date(day * 86_400_000).toISOString().slice(0, 10),
    ...{ came, taken, duplicate, ignored, rejected, late, timed },
    meanDelaySeconds: timed > 0 ? Math.round(delay / timed) / 1000 : null,
    longestDelaySeconds: timed > 0 ? longestDelay / 1000 : null,
  }
}
