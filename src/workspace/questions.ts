import type { CompiledModel } from '../domain/compile.ts'
import type { Fact } from '../domain/fact.ts'
import { positionOf } from '../domain/interval.ts'
import {
  compareQuestions,
  countQuestions,
  isAsked,
  type Question,
  type QuestionCounts,
  withoutRepeats,
} from '../domain/questions.ts'
import type { Webinar } from '../domain/webinar.ts'
import { saidBefore } from '../store/said.ts'
import { type Asker, askersOf, type Nobody, nobodiesOf } from './askers.ts'
import { factOf } from './fact-of-row.ts'
import { needWebinar } from './find-webinar.ts'
import { compiledModel, currentVersion } from './live-models.ts'
import { momentOf } from './moment.ts'
import type { FoundWebinar } from './people-of-webinar.ts'
import { type AskedQuestions, type QuestionsQuery, questionCursor, readQuestionsQuery } from './questions-query.ts'
import { namesOfWebinar, webinarNamed } from './series.ts'
import { type WordsSaid, wordsOf } from './words-said.ts'
import type { Workspace } from './workspace.ts'

export type { QuestionsQuery } from './questions-query.ts'

/** So many facts are read at once, and at most: of a webinar with more the latest. */
const atATime = 500
const most = 50_000

/** Something that was said, as it goes out. `second` is of the live time; null: not while the webinar ran. */
export interface QuestionRow extends WordsSaid {
  fact: string
  at: string
  second: number | null
  person: Asker['person'] | null
  /** The name shown in the room by somebody of whom nothing else is known. */
  shownName: string | null
  staff: boolean
}

export interface QuestionsPage {
  items: QuestionRow[]
  /** How many match. */
  total: number
  /** Of all, whatever is asked for. */
  counts: QuestionCounts & { staff: number }
  /** False: there are so many that only the latest were looked at. */
  complete: boolean
  nextCursor: string | null
  modelVersion: number
  asOf: string
}

/**
 * What people said about a webinar in their own words: before it in the form, while it ran, and in the survey after it.
 * In steps, for of a great webinar it is much. Throws `Refused('not_found')`, and `Refused('invalid')` with the field.
 */
export function* questions(ws: Workspace, webinarId: string, query: QuestionsQuery): Generator<void, QuestionsPage> {
  const { asked, found, counts, complete, version } = yield* foundQuestions(ws, webinarId, query)
  const compare = compareQuestions(asked.order)
  const behind = asked.after ? found.filter((each) => compare(each, asked.after!) > 0) : found
  const page = behind.slice(0, asked.limit)
  return {
    items: page.map(({ row }) => row),
    total: found.length,
    counts,
    complete,
    nextCursor: behind.length > page.length ? questionCursor(asked.order, page.at(-1)!) : null,
    modelVersion: version,
    asOf: momentOf(ws.now()),
  }
}

/** All of them that match, in order. Refuses as `questions` does. */
export function* allQuestions(
  ws: Workspace,
  webinarId: string,
  query: Omit<QuestionsQuery, 'limit' | 'cursor'>,
): Generator<void, QuestionRow[]> {
  const { found } = yield* foundQuestions(ws, webinarId, query)
  return found.map(({ row }) => row)
}

interface Found {
  asked: AskedQuestions
  found: Heard[]
  counts: QuestionsPage['counts']
  complete: boolean
  version: number
}

interface Heard extends Question {
  buying: WordsSaid['buying']
  row: QuestionRow
}

function* foundQuestions(ws: Workspace, webinarId: string, query: QuestionsQuery): Generator<void, Found> {
  const version = currentVersion(ws)
  const model = compiledModel(ws, version)
  const of = needWebinar(ws, webinarId)
  const asked = readQuestionsQuery(query, model.model)
  const { spoken, complete } = yield* spokenIn(ws, of)
  const people = [...new Set(spoken.flatMap(({ person }) => person ?? []))]
  const askers = yield* askersOf(ws, version, of, people)
  const nobodies = spoken.some(({ person }) => person === null) ? nobodiesOf(ws, of) : new Map<string, Nobody>()
  if (currentVersion(ws) !== version) return yield* foundQuestions(ws, webinarId, query)
  const all: Heard[] = []
  for (const { fact, person } of spoken) {
    const asker = person === null ? undefined : askers.get(person)
    const nobody = person === null ? nobodies.get(fact.connection ?? '') : undefined
    all.push(...heardOf(fact, of.webinar, model, { person, asker, nobody }))
  }
  const unique = withoutRepeats(all)
  const others = unique.filter(({ staff }) => !staff)
  const shown = asked.withStaff ? unique : others
  const topics = model.model.buyingWords.map(({ id }) => id)
  return {
    asked,
    found: shown.filter((each) => isAsked(asked.filter, each)).sort(compareQuestions(asked.order)),
    counts: { ...countQuestions(shown, topics), staff: unique.length - others.length },
    ...{ complete, version },
  }
}

interface Spoken {
  fact: Fact
  person: number | null
}

/** The facts with words of a webinar, the latest first under each of its names. */
function* spokenIn(
  ws: Workspace,
  { webinar, known }: FoundWebinar,
): Generator<void, { spoken: Spoken[]; complete: boolean }> {
  const spoken: Spoken[] = []
  let read = 0
  for (const name of namesOfWebinar(known, webinar)) {
    for (let before = Number.MAX_SAFE_INTEGER, more = true; more; ) {
      const rows = saidBefore(ws.db, name, before, atATime)
      for (const { person, ...row } of rows)
        if (webinarNamed(ws, name, row.time).id === webinar.id) spoken.push({ fact: factOf(row, webinar.id), person })
      read += rows.length
      if (read >= most) return { spoken, complete: false }
      more = rows.length === atATime
      before = rows.at(-1)?.number ?? 0
      yield
    }
  }
  return { spoken, complete: true }
}

interface Who {
  person: number | null
  asker: Asker | undefined
  nobody: Nobody | undefined
}

function heardOf(fact: Fact, webinar: Webinar, model: CompiledModel, { person, asker, nobody }: Who): Heard[] {
  const { id, time } = fact
  const isDuring = webinar.running.some(({ from, to }) => from <= time && time <= to)
  const second = isDuring ? positionOf(webinar.live, time) / 1000 : null
  const staff = asker?.staff ?? nobody?.staff ?? false
  const shownName = asker ? null : (nobody?.name ?? null)
  return wordsOf(fact, model).map((words, part) => ({
    ...words,
    ...{ id, part, time, person, staff },
    score: asker?.person.score ?? null,
    name: asker?.person.name ?? asker?.person.email ?? shownName,
    row: { ...words, fact: id, at: momentOf(time), second, person: asker?.person ?? null, shownName, staff },
  }))
}
