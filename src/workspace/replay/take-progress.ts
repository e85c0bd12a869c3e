import { z } from 'zod'
import type { WatchData } from '../../domain/fact.ts'
import { nameOfKey } from '../../domain/identity.ts'
import { type Interval, intersect, lengthOf, union } from '../../domain/interval.ts'
import { Refused } from '../../domain/refusal.ts'
import { replay as words } from '../../domain/replay-words.ts'
import type { Statement } from '../../domain/statement.ts'
import { claimed, type Report } from '../../domain/watch-claim.ts'
import type { Webinar } from '../../domain/webinar.ts'
import { given } from '../../sources/text.ts'
import { hexOf } from '../../store/hex.ts'
import { type LinkKeyRow, noteOpened, watchFactsOf } from '../../store/replays.ts'
import { ownName } from '../find-webinar.ts'
import { ingest } from '../ingest.ts'
import { numberOfWebinar, webinarNamed } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import { type Linked, readLink } from './link.ts'
import { learnable, learnLength, lengthIn } from './replay.ts'
import { isSitting, readSitting, type Sitting } from './sitting.ts'

const longestSeconds = 86_400
const second = z.number().min(0).max(longestSeconds)

/** What the page reports: all that its sitting has watched so far, in seconds of the media. `ago`: so long since it was. */
export const progress = z.strictObject({
  sitting: z.string().max(100),
  intervals: z.array(z.tuple([second, second]).refine(([from, to]) => to > from, 'expected [from, to]')).max(500),
  mediaSeconds: z.number().positive().max(longestSeconds).optional(),
  position: second.optional(),
  ago: z.number().min(0).max(1e8).optional(),
})

export type Progress = z.infer<typeof progress>

/** Between two stored reports of one viewer, ms. */
const pause = 3_000
/** So many reports of one viewer are stored of one recording: one for every minute of a whole day. */
const most = 1_500
const anHour = 3_600_000
/** Into so many pieces nobody watches a recording. */
const mostPieces = 1_000

interface Stored extends Report {
  time: number
}

/**
 * Takes what the page of a link reports; when it returns, all of that is in the facts, and what had been there before is
 * stored no second time. Refuses as `readLink` does; `Refused('invalid')` for what nobody can have watched in that time;
 * `('too_many')` where the last report was stored a moment ago: the next one tells all of it again.
 */
export async function takeProgress(ws: Workspace, token: string, report: Progress): Promise<void> {
  readLink(ws, token)
  const sitting = readSitting(ws, token, report.sitting)
  // What is thrown within would undo what others store in the same commit, so it is thrown behind it.
  const refused = await ws.commit(() => {
    const linked = readLink(ws, token)
    return linked.key === null ? heard(ws, linked, report) : watched(ws, linked, linked.key, sitting, report)
  })
  if (refused) throw refused
}

/** Whoever sets the replay up has heard how long it is. */
function heard(ws: Workspace, { replay }: Linked, report: Progress): null {
  learnLength(ws, replay, report)
  return null
}

function watched(ws: Workspace, linked: Linked, key: LinkKeyRow, sitting: Sitting, report: Progress): Refused | null {
  const { webinar } = linked
  const now = ws.now()
  noteOpened(ws.db, numberOfWebinar(ws, webinar), key.number, now)
  if (report.intervals.length === 0) return null
  const mediaSeconds = lengthIn(linked.replay.kept) ?? learnable(report)
  const stored = storedBy(ws, key.number, webinar, mediaSeconds)
  const whole = [{ from: 0, to: (mediaSeconds ?? longestSeconds) * 1000 }]
  const positions = intersect(union(report.intervals.map(ms)), whole)
  const claim = claimed(stored, { sitting: sitting.id, since: sitting.since, positions }, now)
  if (claim.news === 0 && (!claim.first || claim.positions.length === 0)) return null
  if (!claim.credible) return new Refused('invalid', words('tooFast'), { field: 'intervals' })
  const wait = claim.positions.length > mostPieces ? anHour : waitOf(stored, now)
  if (wait > 0) return new Refused('too_many', words('tooMuch'), { retryAfter: Math.ceil(wait / 1000) })
  learnLength(ws, linked.replay, report)
  // In the order of their times the last report of a sitting holds, and it is this one.
  const last = stored.findLast((each) => each.sitting === sitting.id)?.time ?? sitting.since
  const time = Math.max(last + 1, Math.trunc(now - (report.ago ?? 0) * 1000))
  const { offsetSeconds } = linked.replay.kept
  const said = { mediaSeconds, offsetSeconds, position: report.position, sessionId: sitting.id }
  const statement: Statement = {
    id: `${sitting.id.replace('/', `/${webinar.id}/${hexOf(key.id)}/`)}/${lengthOf(claim.positions)}`,
    type: 'replay.watched',
    time,
    webinar: ownName(webinar),
    person: nameOfKey(key.text),
    data: given({ ...said, intervals: claim.positions.map(seconds) }),
  }
  ingest(ws, [statement], now)
  return null
}

/** What was stored of a viewer's sittings before this media, in the order in which it came. */
function storedBy(ws: Workspace, key: number, webinar: Webinar, mediaSeconds: number | undefined): Stored[] {
  return watchFactsOf(ws.db, key).flatMap(({ name, time, received_after, data }) => {
    const { sessionId, intervals = [], mediaSeconds: length } = JSON.parse(data) as WatchData
    if (!isSitting(sessionId) || length !== mediaSeconds || name === null) return []
    if (webinarNamed(ws, name, time).id !== webinar.id) return []
    return { sitting: sessionId, positions: union(intervals.map(ms)), receivedAt: time + received_after, time }
  })
}

/** How long a viewer's next report has to wait, ms. */
function waitOf(stored: readonly Stored[], now: number): number {
  if (stored.length >= most) return anHour
  return Math.min(pause, (stored.at(-1)?.receivedAt ?? -Infinity) + pause - now)
}

function seconds({ from, to }: Interval): [number, number] {
  return [from / 1000, to / 1000]
}

function ms([from, to]: [number, number]): Interval {
  return { from: Math.round(from * 1000), to: Math.round(to * 1000) }
}
