import type { CompiledModel } from './compile.ts'
import { wantsNoMail } from './consent.ts'
import { detailDoubts } from './details.ts'
import type { Fact } from './fact.ts'
import { type Grade, gradeOf } from './fit.ts'
import type { History } from './history.ts'
import type { LedgerLine } from './ledger.ts'
import { ledgerAt } from './ledger-at.ts'
import { type Profile, roomNameOf } from './profile.ts'
import { watchedOf } from './replay.ts'
import { type Stage, stageOf, type Temperature, temperatureOf } from './stage.ts'
import { isOnlyStaff, type Standing, standingsOf } from './standing.ts'
import { velocityOf } from './velocity.ts'
import { wasBelow } from './was-below.ts'
import type { Webinar } from './webinar.ts'

/** What changes hands when a card changes: everything else on a scorecard explains it. */
export interface Card {
  readonly score: number
  /** By webinar id; only webinars with lines. */
  readonly webinarPoints: Readonly<Record<string, number>>
  readonly grade: Grade | null
  readonly stage: Stage
  readonly temperature: Temperature
  readonly velocity: number
  readonly surge: boolean
}

/** What of a scorecard is kept: all that lists and rankings show. Times are ms UTC. */
export interface StoredScore extends Card {
  /** When the card would next change if nothing happens; null: never. */
  readonly changesAt: number | null
  readonly profile: Profile
  /** The name last shown in a room; null where the profile has a name, or none was shown. */
  readonly roomName: string | null
  /** Normalised, in the order in which they became known. */
  readonly addresses: readonly string[]
  readonly standings: readonly Standing[]
  /** When the person was last active; later than the moment of the card while it goes on (Infinity: no end is known). */
  readonly activeTo: number | null
  readonly wantsNoMail: boolean
  /** In no ranking and no list. */
  readonly isStaff: boolean
}

/** One person scored under one model as of one moment. */
export interface Scorecard extends StoredScore {
  readonly ledger: readonly LedgerLine[]
  readonly warnings: readonly string[]
  readonly lastActivityAt: number | null
  /** Live, replay, video and site seconds together. */
  readonly brandSeconds: number
}

/**
 * Scores one person: a pure function of the model, the person's facts (in any order, duplicates allowed), the webinars
 * they name and the moment. Facts of later moments do not count.
 */
export function score(
  model: CompiledModel,
  facts: Iterable<Fact>,
  webinars: ReadonlyMap<string, Webinar>,
  asOf: number,
): Scorecard {
  const { history, ledger, stored } = scored(model, facts, webinars, asOf)
  return {
    ...stored,
    ledger,
    warnings: detailDoubts(history),
    lastActivityAt: stored.activeTo === null ? null : Math.min(asOf, stored.activeTo),
    brandSeconds: brandSecondsOf(history),
  }
}

/** The same without what is only shown where a person is; with the history that it rests on. */
export function scoreToStore(
  model: CompiledModel,
  facts: Iterable<Fact>,
  webinars: ReadonlyMap<string, Webinar>,
  asOf: number,
): { history: History; stored: StoredScore } {
  return scored(model, facts, webinars, asOf)
}

function scored(
  model: CompiledModel,
  given: Iterable<Fact>,
  webinars: ReadonlyMap<string, Webinar>,
  asOf: number,
): { history: History; ledger: readonly LedgerLine[]; stored: StoredScore } {
  const facts = Array.isArray(given) ? given : [...given]
  const { history, card, ledger } = cardAt(model, facts, webinars, asOf)
  const stored: StoredScore = {
    ...card,
    changesAt: nextChange(model, facts, webinars, history, card),
    profile: history.profile,
    roomName: history.profile.firstName || history.profile.lastName ? null : roomNameOf(history.facts),
    addresses: [...history.addresses.keys()],
    standings: standingsOf(history, ledger),
    activeTo: activeTo(history),
    wantsNoMail: wantsNoMail(history.facts),
    isStaff: isOnlyStaff(history),
  }
  return { history, ledger, stored }
}

/** The card alone, with the history and ledger that it rests on; `history.moments` says when it may change. */
export function cardAt(
  model: CompiledModel,
  facts: readonly Fact[],
  webinars: ReadonlyMap<string, Webinar>,
  asOf: number,
) {
  const { history, lines, total } = ledgerAt(model, facts, webinars, asOf)
  const webinarPoints: Record<string, number> = {}
  for (const { points, webinar } of lines)
    if (webinar !== undefined) webinarPoints[webinar] = (webinarPoints[webinar] ?? 0) + points
  const { velocity, surge } = velocityOf(history, lines)
  const scored = { history, score: total, grade: gradeOf(model, history.profile), lines }
  const card: Card = {
    score: total,
    webinarPoints,
    grade: scored.grade,
    stage: stageOf(scored, () => wasBelow(history, facts, total)),
    temperature: temperatureOf(scored),
    velocity,
    surge,
  }
  return { history, card, ledger: lines }
}

/** Looks at one foreseen moment after the other until the card differs. */
function nextChange(
  model: CompiledModel,
  facts: readonly Fact[],
  webinars: ReadonlyMap<string, Webinar>,
  history: History,
  card: Card,
): number | null {
  for (let next = history.moments.next; next; ) {
    if (next.sure) return next.time
    const then = cardAt(model, facts, webinars, next.time)
    if (differs(card, then.card)) return next.time
    next = then.history.moments.next
  }
  return null
}

function differs(a: Card, b: Card): boolean {
  const plain = (['score', 'grade', 'stage', 'temperature', 'velocity', 'surge'] as const).some(
    (key) => a[key] !== b[key],
  )
  const webinars = Object.keys({ ...a.webinarPoints, ...b.webinarPoints })
  return plain || webinars.some((id) => (a.webinarPoints[id] ?? 0) !== (b.webinarPoints[id] ?? 0))
}

function activeTo(history: History): number | null {
  let last = -Infinity
  for (const { to } of history.activities) last = Math.max(last, to)
  return last === -Infinity ? null : last
}

function brandSecondsOf(history: History): number {
  let ms = 0
  for (const { attendance } of history.involvements) ms += attendance.liveMs(history.asOf) + attendance.replayMs()
  for (const { ms: watched } of watchedOf(history.of('video.watched'))) ms += watched
  return ms / 1000 + history.visits.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)
}
