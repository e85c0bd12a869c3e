import { isAtDomain } from './address.ts'
import type { WatchEvidence } from './fact.ts'
import type { History } from './history.ts'
import { cut, type Interval, lengthOf, momentOf, positionOf } from './interval.ts'
import type { Involvement } from './involvement.ts'
import type { LedgerLine } from './ledger.ts'
import { aboutBuying, countOf, type Mark, marksOf, topicsIn } from './marks.ts'
import { inOrder } from './order.ts'

/** Whoever is still there when so much of the live time has passed has stayed on. */
const ON = 0.95

/** Seconds of the live time, from and to. */
export type Span = [number, number]

/** One person in one webinar, as its ranking shows them. */
export interface Standing {
  readonly webinar: string
  readonly points: number
  readonly registered: boolean
  /** In the room, even if only outside the live time. */
  readonly attended: boolean
  readonly replayed: boolean
  readonly noShow: boolean
  /** In the room at 95 % of the live time; while the webinar runs: in the room at the moment of the card. */
  readonly stayed: boolean
  readonly liveSeconds: number
  readonly replaySeconds: number
  /** Seen of the webinar, 0 to 1, until its end of what has run so far; null when its length is not known. */
  readonly share: number | null
  readonly evidence: 'webhook' | 'report' | 'activity' | 'none'
  /** How exactly the viewing on demand is known; null: there was none. */
  readonly replayEvidence: WatchEvidence | null
  /** A stay has no leave yet, or nobody has said when the webinar ended. */
  readonly provisional: boolean
  /** Still in the room at the moment of the card: presence goes on from its last span. */
  readonly inRoom: boolean
  readonly presence: { readonly live: Span[]; readonly replay: Span[] }
  readonly marks: Mark[]
  readonly parts: { rule: string; points: number }[]
  readonly questions: number
  readonly pollAnswers: number
  /** What of buying the person spoke of, asked or wrote in the form, in the order of the model's topics. */
  readonly buying: string[]
  readonly lastActivityAt: number | null
}

/** The person's standings, one for each webinar that they registered for, took part in or gained points by. */
export function standingsOf(history: History, lines: readonly LedgerLine[]): Standing[] {
  if (isStaff(history)) return []
  const { addresses } = history
  const standings: Standing[] = []
  for (const involvement of history.involvements) {
    if (involvement.isStaff(addresses)) continue
    const own = lines.filter(({ webinar, points }) => webinar === involvement.webinar.id && points !== 0)
    const registered = involvement.registeredAt(history.asOf)
    if (registered || involvement.attended || involvement.attendance.replayEvidence() !== null || own.length > 0) {
      standings.push(standingOf(involvement, history, own, registered))
    }
  }
  return standings
}

/** Whoever has an address at one of the company's own domains is in no ranking and no funnel. */
export function isStaff({ model: { staffDomains }, addresses }: History): boolean {
  return staffDomains.length > 0 && [...addresses.keys()].some((address) => isAtDomain(address, staffDomains))
}

/** Whether somebody is in no ranking at all: staff of the company, or of every webinar that they had to do with. */
export function isOnlyStaff(history: History): boolean {
  const { involvements, addresses } = history
  if (isStaff(history)) return true
  return involvements.length > 0 && involvements.every((involvement) => involvement.isStaff(addresses))
}

function standingOf(
  involvement: Involvement,
  history: History,
  lines: readonly LedgerLine[],
  registered: boolean,
): Standing {
  const { webinar, attendance, attended, stays, facts } = involvement
  const { asOf } = history
  const live = cut(attendance.live, asOf)
  const replaySeconds = attendance.replayMs() / 1000
  const replayEvidence = attendance.replayEvidence()
  const about = aboutBuying(involvement, history)
  const marks = marksOf(involvement, about)
  const ended = webinar.endsAt !== null && asOf >= webinar.endsAt
  const openEnded = stays.some(({ to }) => to === Infinity)
  const open = thereAt(attendance.live, asOf)
  const inRoom = open !== undefined
  // The last span is the one that goes on, also of whoever came this very moment.
  const spans = open?.from === asOf ? [...live, { from: asOf, to: asOf }] : live
  return {
    webinar: webinar.id,
    points: lines.reduce((sum, { points }) => sum + points, 0),
    registered,
    attended,
    replayed: replayEvidence !== null,
    noShow: registered && ended && !attended,
    stayed: ended ? stayedOn(attendance.live, webinar.live) : inRoom,
    liveSeconds: lengthOf(live) / 1000,
    replaySeconds,
    share: attendance.share(asOf),
    evidence: evidenceOf(involvement),
    replayEvidence,
    provisional: attended && (openEnded || webinar.provisional),
    inRoom,
    presence: {
      live: spans.map((span) => spanOf(webinar.live, span)),
      replay: attendance.replayPositions(asOf).map(({ from, to }): Span => [from / 1000, to / 1000]),
    },
    marks,
    parts: partsOf(lines),
    questions: countOf(marks, 'question'),
    pollAnswers: countOf(marks, 'poll'),
    buying: about ? topicsIn(about, history) : [],
    lastActivityAt: facts.length > 0 ? Math.min(asOf, facts.at(-1)!.time) : null,
  }
}

function thereAt(presence: readonly Interval[], moment: number): Interval | undefined {
  return presence.find(({ from, to }) => from <= moment && moment < to)
}

function stayedOn(presence: readonly Interval[], live: readonly Interval[]): boolean {
  const late = momentOf(live, ON * lengthOf(live))
  return late !== null && thereAt(presence, late) !== undefined
}

function spanOf(live: readonly Interval[], { from, to }: Interval): Span {
  return [positionOf(live, from) / 1000, positionOf(live, to) / 1000]
}

function evidenceOf({ stays }: Involvement): Standing['evidence'] {
  if (stays.length === 0) return 'none'
  for (const evidence of ['report', 'webhook', 'activity'] as const) {
    if (stays.some((stay) => stay.evidence === evidence)) return evidence
  }
  return 'none'
}

function partsOf(lines: readonly LedgerLine[]): { rule: string; points: number }[] {
  const parts: { rule: string; points: number }[] = []
  for (const { rule, points } of lines) {
    const part = parts.find((part) => part.rule === rule)
    if (part) part.points += points
    else parts.push({ rule, points })
  }
  return inOrder(parts, (a, b) => b.points - a.points || (a.rule < b.rule ? -1 : 1))
}
