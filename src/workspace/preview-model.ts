import { AskedLately } from '../domain/asked-lately.ts'
import { type CompiledModel, compile } from '../domain/compile.ts'
import { canonicalJson } from '../domain/fact.ts'
import { Comparison, type Placed } from '../domain/preview.ts'
import { cardAt } from '../domain/score.ts'
import { isOnlyStaff } from '../domain/standing.ts'
import { lastKey, peopleAfter } from '../store/person-keys.ts'
import { PreviewAlerts } from './alerts/preview-alerts.ts'
import { hotPerDay } from './hot-per-day.ts'
import { findJob, type Job, startJob, type Work } from './jobs.ts'
import { compiledModel, currentVersion } from './live-models.ts'
import { meantModel } from './meant-model.ts'
import { type PersonFacts, peopleFacts } from './person-facts.ts'
import { figuresOf, type Models, movesOf, namedLines, type Preview, unscoredOf } from './preview-shown.ts'
import { preview } from './preview-words.ts'
import { Touched } from './touched.ts'
import type { Workspace } from './workspace.ts'

export type { Preview } from './preview-shown.ts'

const handful = 96
/** So many are named on each side of a line, so many moves with their ledger lines. */
const most = { named: 200, moves: 20 }
/** So often it goes after what came in meanwhile. */
const rounds = 5

/** Everybody compared so far, and by number why somebody cannot be scored. */
interface Seen {
  readonly comparison: Comparison
  readonly asked: AskedLately
  readonly alerts: PreviewAlerts
  readonly faults: Map<number, unknown>
}

/**
 * Starts to work out what publishing a model would do to everybody, and does nothing of it: nothing is written, nobody
 * made due. Left out, it is the draft, else the model in force. Throws `Refused('invalid')` with the place for one that
 * is not valid.
 */
export function previewModel(ws: Workspace, json?: unknown): Job<Preview> {
  const version = currentVersion(ws)
  const before = compiledModel(ws, version)
  const after = compile(meantModel(ws, json))
  return startJob(ws, 'preview', [version, canonicalJson(after.model)], () => previewed(ws, before, after))
}

/** Throws `Refused('not_found')`. */
export function findPreview(ws: Workspace, id: string): Job<Preview> {
  return findJob(ws, 'preview', id)
}

function* previewed(ws: Workspace, before: CompiledModel, after: CompiledModel): Work<Preview> {
  const models = { before, after, asOf: ws.now() }
  const seen: Seen = {
    ...{ comparison: new Comparison(), asked: new AskedLately() },
    ...{ alerts: new PreviewAlerts(ws, models), faults: new Map() },
  }
  const touched = new Touched()
  ws.touched.add(touched)
  try {
    for (let people = [0]; people.length > 0; ) {
      const cursor = people.at(-1)!
      people = peopleAfter(ws.db, cursor, handful)
      yield* compare(ws, models, people, seen, (0.8 * cursor) / Math.max(1, lastKey(ws.db)))
    }
    for (let round = 0; touched.isAny && round < rounds; round++)
      for (const people of touched.take(ws)) yield* compare(ws, models, people, seen, 0.8)
    const gathered = seen.comparison.gathered(most)
    const moves = movesOf(ws, models, seen.comparison, gathered.moves)
    const late = new Set([...touched.take(ws)].flat())
    const notes = late.size > 0 ? [preview('arriving', { count: late.size })] : []
    const hot = yield* hotPerDay(ws, models, gathered.ripe)
    const lines = yield* namedLines(ws, models, seen.comparison, gathered.lines)
    const alerts = yield* seen.alerts.gathered()
    const now = currentVersion(ws)
    if (now !== before.version) notes.push(preview('published', { now, compared: before.version }))
    notes.push(...hot.notes)
    const unscored = unscoredOf(ws, seen.faults)
    const questions = seen.asked.gathered()
    return {
      ...figuresOf(models, gathered),
      lines,
      moves,
      hotPerDay: hot.hotPerDay,
      questions,
      unscored,
      alerts,
      notes,
    }
  } finally {
    ws.touched.delete(touched)
  }
}

/** Sets what a handful of people come to; whoever cannot be scored holds up nobody else. Yields after each of them. */
function* compare(
  ws: Workspace,
  models: Models,
  people: readonly number[],
  { comparison, asked, alerts, faults }: Seen,
  progress: number,
): Generator<number> {
  const { before, after, asOf } = models
  for (const known of peopleFacts(ws, people)) {
    const { person, facts, fault } = known
    comparison.leaveOut(person)
    asked.leaveOut(person)
    alerts.leaveOut(person)
    faults.delete(person)
    try {
      if (fault !== null) throw fault
      if (facts.length > 0) {
        const [was, is] = [at(before, known, asOf), at(after, known, asOf)]
        const both = { before: placed(was), after: placed(is) }
        comparison.set(person, both.before, both.after)
        if (!both.before.staff || !both.after.staff) asked.set(person, facts, models)
        alerts.look(person, was.card, is)
      }
    } catch (error) {
      faults.set(person, error)
    }
    yield progress
  }
}

function at(model: CompiledModel, { facts, webinars }: PersonFacts, asOf: number) {
  return cardAt(model, facts, webinars, asOf)
}

function placed({ card, history }: ReturnType<typeof at>): Placed {
  return { score: card.score, stage: card.stage, staff: isOnlyStaff(history) }
}
