import type { Asked } from '../domain/asked-lately.ts'
import type { CompiledModel } from '../domain/compile.ts'
import { type Distribution, distributionOf } from '../domain/distribution.ts'
import type { History } from '../domain/history.ts'
import { lineMoves } from '../domain/line-moves.ts'
import { explain } from '../domain/messages.ts'
import type { Model, Threshold } from '../domain/model.ts'
import type { Comparison, Crossing, Gathered, Line, Placed } from '../domain/preview.ts'
import { roomNameOf } from '../domain/profile.ts'
import { cardAt } from '../domain/score.ts'
import type { Words } from '../domain/words.ts'
import { idsOfPeople } from '../store/person-facts.ts'
import type { RuleAlerts } from './alerts/preview-alerts.ts'
import { nameOf } from './card-rows.ts'
import type { HotPerDay } from './hot-per-day.ts'
import { momentOf } from './moment.ts'
import { type NumberedPersonFacts, type PersonFacts, peopleFacts } from './person-facts.ts'
import { reasonOf } from './unscored.ts'
import type { Workspace } from './workspace.ts'

/** The two models that are compared, as of one moment, ms UTC. */
export interface Models {
  readonly before: CompiledModel
  readonly after: CompiledModel
  readonly asOf: number
}

export interface NamedPerson {
  id: string
  email: string | null
  name: string | null
  company: string | null
}

/** Somebody with what they are under the model in force and would be under the other. */
export interface Moved {
  person: NamedPerson
  before: Placed
  after: Placed
}

/** `before` and `after` of a line: what its rule comes to for these facts under each model. */
export interface MovedLine {
  rule: string
  webinarId: string | null
  before: number
  after: number
  /** A sentence; `message` and `params` are what a screen translates. */
  reason: string
  message: string
  params: Record<string, string | number>
}

/** What publishing a model would do to everybody, as of a moment. */
export interface Preview {
  asOf: string
  /** The version in force, with which it is compared. */
  fromVersion: number
  /** Everybody who was scored, staff included. */
  people: number
  /** At domains of the company's own under both models: left out of all that follows, as of rankings and funnels. */
  staff: number
  changed: number
  lines: Record<Line, { entered: NamedCrossing; left: NamedCrossing }>
  moves: (Moved & { lines: MovedLine[] })[]
  /** A threshold is null where it is a condition. */
  distribution: Distribution & { thresholds: { before: Thresholds; after: Thresholds } }
  hotPerDay: HotPerDay
  /** What was said lately, and how much of it is about buying by the words of each model. */
  questions: Asked
  /** Who cannot be scored, under one of the two at least, and is left out. */
  unscored: { count: number; people: { id: string; reason: string }[] }
  /** What each rule on a threshold or a surge would tell of, were it published with alerts. */
  alerts: RuleAlerts[]
  notes: Words[]
}

/** All are counted, the first are named. */
interface NamedCrossing {
  count: number
  people: Moved[]
}

interface Thresholds {
  mql: number | null
  sql: number | null
}

const namedAtOnce = 50
const mostUnscored = 100

export function figuresOf({ before, after, asOf }: Models, { people, staff, changed, scores }: Gathered) {
  const thresholds = { before: thresholdsOf(before.model), after: thresholdsOf(after.model) }
  const all = [before, after].flatMap(({ model: { thresholds } }) => [thresholds.mql, thresholds.sql])
  const { width, bins } = distributionOf(scores, all)
  const fromVersion = before.version
  return { asOf: momentOf(asOf), fromVersion, people, staff, changed, distribution: { width, bins, thresholds } }
}

function thresholdsOf({ thresholds: { mql, sql } }: Model): Thresholds {
  const number = (threshold: Threshold) => (typeof threshold === 'number' ? threshold : null)
  return { mql: number(mql), sql: number(sql) }
}

/** These people with the ledger lines that move them, whose differences add up to that of the score. */
export function movesOf(
  ws: Workspace,
  models: Models,
  comparison: Comparison,
  people: readonly number[],
): Preview['moves'] {
  return peopleFacts(ws, people).map((known) => {
    const [before, after] = [models.before, models.after].map((model) => at(model, known, models.asOf))
    const lines = lineMoves(before!.ledger, after!.ledger).map(({ rule, webinar, before, after, line }) => ({
      ...{ rule, webinarId: webinar, before, after },
      ...{ reason: explain(line), message: line.reason, params: line.params ?? {} },
    }))
    return { person: nameIn(known, before!.history), ...comparison.of(known.person)!, lines }
  })
}

/** Both sides of all lines with the people's names, a handful at a time. */
export function* namedLines(
  ws: Workspace,
  models: Models,
  comparison: Comparison,
  lines: Gathered['lines'],
): Generator<number, Preview['lines']> {
  const crossings = Object.values(lines).flatMap(({ entered, left }) => [entered, left])
  const people = [...new Set(crossings.flatMap(({ people }) => people))]
  const names = new Map<number, NamedPerson>()
  for (let from = 0; from < people.length; from += namedAtOnce) {
    for (const known of peopleFacts(ws, people.slice(from, from + namedAtOnce)))
      names.set(known.person, namedPerson(known, models))
    yield 0.95
  }
  const named = ({ count, people }: Crossing) => ({
    count,
    people: people.map((person) => ({ person: names.get(person)!, ...comparison.of(person)! })),
  })
  const both = ({ entered, left }: Gathered['lines'][Line]) => ({ entered: named(entered), left: named(left) })
  const { mql, sql, nurture, disqualified } = lines
  return { mql: both(mql), sql: both(sql), nurture: both(nurture), disqualified: both(disqualified) }
}

export function unscoredOf(ws: Workspace, faults: ReadonlyMap<number, unknown>): Preview['unscored'] {
  const first = [...faults].slice(0, mostUnscored)
  const ids = idsOfPeople(
    ws.db,
    first.map(([person]) => person),
  )
  const people = first.map(([person, error]) => ({ id: `p_${ids.get(person)}`, reason: reasonOf(error) }))
  return { count: faults.size, people }
}

function at(model: CompiledModel, { facts, webinars }: PersonFacts, asOf: number) {
  return cardAt(model, facts, webinars, asOf)
}

/** Somebody as they are called. */
export function namedPerson(
  known: NumberedPersonFacts,
  { before, asOf }: Pick<Models, 'before' | 'asOf'>,
): NamedPerson {
  return nameIn(known, at(before, known, asOf).history)
}

function nameIn({ id }: NumberedPersonFacts, { profile, facts, addresses }: History): NamedPerson {
  const [email = null] = addresses.keys()
  const roomName = profile.firstName || profile.lastName ? null : roomNameOf(facts)
  return { id: `p_${id}`, email, name: nameOf({ profile, roomName }), company: profile.company ?? null }
}
