import {
  closeScope,
  countDue,
  type DueScope,
  deleteDue,
  duePeople,
  firstScope,
  moveScope,
  nextChange,
} from '../store/due.ts'
import { peopleAfter } from '../store/person-keys.ts'
import { mentionsAfter } from '../store/webinar-names.ts'
import { settlePublication } from './alerts/publication.ts'
import { arrange, fillOf, storePlaces } from './arrange.ts'
import { noteScored, noticeClockBack } from './clock-back.ts'
import { currentVersion, liveModels } from './live-models.ts'
import { countUnread, inOne, readDeliveries, readTo } from './read-deliveries.ts'
import { Scoring } from './scoring.ts'
import { storeSeen } from './source-seen.ts'
import { clearRetired, switchModel } from './switch-model.ts'
import { keepWatch } from './watch-sources.ts'
import type { Workspace } from './workspace.ts'

/** How long one transaction may take, ms: nobody who waits for the database waits longer. */
const slice = 20
/** So many people at most in one transaction, for hosts whose clock stands still while a program computes. */
const mostPeople = 5_000
/** So long scoring goes on while deliveries wait, ms. */
const scoringTurn = 1_000
const mostPassedOver = 200_000

/**
 * Reads deliveries that have come in and scores people who are due, as of now, until nothing is left or the budget is
 * used up. The only way in which cards are written. The order in which it takes them changes nothing.
 */
export function drain(ws: Workspace, budgetMs: number): { remaining: number } {
  const goesOn = drainFor(ws, budgetMs)
  return { remaining: Math.max(goesOn ? 1 : 0, backlog(ws)) }
}

/** The same for those who need not know how much is left. False when nothing is but what has come in meanwhile. */
export function drainFor(ws: Workspace, budgetMs: number): boolean {
  const end = performance.now() + budgetMs
  while (drainOnce(ws, Math.min(slice, end - performance.now()))) if (performance.now() >= end) return true
  return false
}

/** The same in one transaction of at most so many ms, for those who let others in after each. */
export function drainOnce(ws: Workspace, budgetMs = slice): boolean {
  const end = performance.now() + budgetMs
  storeSeen(ws)
  noticeClockBack(ws)
  keepWatch(ws)
  ws.ahead?.ask(ws)
  const changed = new Set<number>()
  const done = inOne(ws, () => drainSlice(ws, end, changed))
  ws.revisions.bump(changed)
  // Readers switch in a commit that waits for the disk, and all that it rests on with it.
  if (done || ws.transaction(() => switchModel(ws)) || ws.relaxed(() => clearRetired(ws))) return true
  ws.turn.isNew = true
  keepWatch(ws)
  return false
}

/**
 * Reads for a moment what has just come in, so that whoever asks next is answered with it. Where that fails, as on a
 * full disk, it stays unread and the question can be answered all the same.
 */
export function catchUp(ws: Workspace): void {
  try {
    const waiting = countUnread(ws)
    const end = performance.now() + slice
    if (waiting > 0) inOne(ws, () => readDeliveries(ws, readTo(ws) + waiting, (done) => within(done, end)))
  } catch (error) {
    ws.report('deliveries could not be read', error)
  }
}

/**
 * How much is to be done: deliveries to read, people and scopes that are due, and cards that have changed by themselves.
 * At 0 all answers are up to date.
 */
export function backlog(ws: Workspace): number {
  const now = ws.now()
  return liveModels(ws).reduce((sum, model) => sum + countDue(ws.db, model, now), countUnread(ws))
}

/**
 * When there is something to do next, ms UTC: now, when the next card changes by itself, or when a source might be found
 * silent; null where none will.
 */
export function nextDue(ws: Workspace): number | null {
  if (countUnread(ws) > 0) return ws.now()
  const moments = liveModels(ws).flatMap((model) => nextChange(ws.db, model) ?? [])
  if (ws.watching.next !== null) moments.push(ws.watching.next)
  return moments.length > 0 ? Math.min(...moments) : null
}

/** One transaction of work. False when there was none. */
function drainSlice(ws: Workspace, end: number, changed: Set<number>): boolean {
  return isReadingsTurn(ws) ? readSlice(ws, end) : scoreSlice(ws, end, changed)
}

/**
 * First all is read that waits as a run begins, then those are scored who are due: so in a storm who comes and goes is
 * scored once. Where scoring takes long, what has come in meanwhile is read in between.
 */
function isReadingsTurn(ws: Workspace): boolean {
  const { turn } = ws
  const waiting = countUnread(ws)
  const begins = turn.isNew || performance.now() - turn.readAt >= scoringTurn
  if (waiting > 0 && begins && readTo(ws) >= turn.readsTo) turn.readsTo = readTo(ws) + waiting
  turn.isNew = false
  return readTo(ws) < turn.readsTo
}

function readSlice(ws: Workspace, end: number): boolean {
  readDeliveries(ws, ws.turn.readsTo, (done) => within(done, end))
  ws.turn.readAt = performance.now()
  return true
}

/** At least something, and then while there is time. */
function within(done: number, end: number): boolean {
  return done === 0 || performance.now() < end
}

function scoreSlice(ws: Workspace, end: number, changed: Set<number>): boolean {
  const now = ws.now()
  let done = 0
  const goesOn = (more = 0) => done + more < mostPeople && (done + more === 0 || performance.now() < end)
  for (const version of liveModels(ws)) {
    const scoring = new Scoring(ws, version, now, fillOf(ws, version))
    // Within a transaction nobody else becomes due.
    for (const step of [scoreDue, workOffScope]) {
      for (let people = 1; people > 0 && goesOn(); done += people) people = step(ws, scoring, goesOn)
    }
    scoring.finish()
    if (version === currentVersion(ws)) for (const webinar of scoring.changed) changed.add(webinar)
  }
  if (done > 0) noteScored(ws, now)
  return done > 0
}

/** Scores a handful of people who are due by name or by the clock. How many there were. */
function scoreDue(ws: Workspace, scoring: Scoring): number {
  const { version, now } = scoring
  const people = duePeople(ws.db, version, now, ws.handfuls.people.size)
  if (people.length === 0) return 0
  scoring.score(people)
  deleteDue(ws.db, version, people)
  if (isOfWebinar(firstScope(ws.db, version))) passOver(ws, version, people)
  return people.length
}

/** Works on a scope while there is time. How many people, or people's places, there were; 0 when no scope is open. */
function workOffScope(ws: Workspace, scoring: Scoring, goesOn: (more: number) => boolean): number {
  const { version, fill } = scoring
  const scope = firstScope(ws.db, version)
  if (!scope) return 0
  if (scope.kind === 'arrange') {
    arrange(ws, fill!)
    return ws.handfuls.people.size
  }
  let done = 0
  for (let { cursor } = scope; ; done += ws.handfuls.people.size) {
    if (done > 0 && !goesOn(done)) {
      moveScope(ws.db, version, scope, cursor)
      return done
    }
    if (fill?.isFull) storePlaces(ws, fill)
    else {
      const last = nextOf(ws, scoring, scope, cursor)
      if (last === null) {
        closeScope(ws.db, version, scope)
        if (!isOfWebinar(firstScope(ws.db, version))) ws.remembered.passedOver.delete(version)
        return done + ws.handfuls.people.size
      }
      cursor = last
    }
  }
}

/** Works off a handful of a scope. The cursor behind them; null when they were the last. */
function nextOf(ws: Workspace, scoring: Scoring, scope: DueScope, cursor: number): number | null {
  if (scope.kind === 'webinar' || scope.kind === 'room') return mentioned(ws, scoring, scope, cursor)
  const ahead = scope.kind === 'everybody' ? ws.ahead?.take(scoring.version, cursor) : null
  if (ahead) {
    scoring.keep(ahead, cursor)
    return ahead.to
  }
  const most = ws.handfuls.people.size
  const people = peopleAfter(ws.db, cursor, most)
  if (scope.kind === 'everybody') scoring.score(people, cursor)
  else settlePublication(ws, { from: scope.which, to: scoring.version }, people)
  return people.length < most ? null : people.at(-1)!
}

/** Scores a handful of those who are mentioned with a webinar name. The cursor behind them; null when they were the last. */
function mentioned(ws: Workspace, scoring: Scoring, scope: DueScope, cursor: number): number | null {
  const { version } = scoring
  const most = ws.handfuls.people.size
  const found = mentionsAfter(ws.db, version, scope, cursor, most)
  const people = new Set(found.flatMap(({ person }) => person ?? []))
  const scored = ws.remembered.passedOver.get(version)
  scoring.score([...people].filter((person) => !scored?.has(person)))
  return found.length < most ? null : found.at(-1)!.key
}

/** People scored by name while scopes of webinars were open, which then need not score them again. */
function passOver({ remembered: { passedOver } }: Workspace, version: number, people: readonly number[]): void {
  const scored = passedOver.get(version) ?? new Set()
  passedOver.set(version, scored)
  if (scored.size < mostPassedOver) for (const person of people) scored.add(person)
}

function isOfWebinar(scope: DueScope | undefined): boolean {
  return scope?.kind === 'webinar' || scope?.kind === 'room'
}
