import { z } from 'zod'
import type { Model } from '../domain/model.ts'
import { QUESTION_ORDERS, type QuestionFilter, type QuestionKey, type QuestionOrder } from '../domain/questions.ts'
import { Refused } from '../domain/refusal.ts'
import { PLACES_SAID } from '../domain/said.ts'
import { oneOf, readWhole } from './ranking-query.ts'
import { jsonOfUrl, urlJson } from './url-text.ts'

/** What a caller may ask of the questions of a webinar, as it stands in a URL. */
export interface QuestionsQuery {
  where?: string | undefined
  /** A topic of the model. */
  topic?: string | undefined
  /** `true`: about buying alone. */
  buying?: string | undefined
  q?: string | undefined
  /** `true`: what hosts, panelists and staff said as well. */
  staff?: string | undefined
  sort?: string | undefined
  limit?: string | number | undefined
  cursor?: string | undefined
}

/** The same, understood. */
export interface AskedQuestions {
  filter: QuestionFilter
  withStaff: boolean
  order: QuestionOrder
  limit: number
  after: QuestionKey | null
}

const mostRows = 1000
const usualRows = 100

/** Throws `Refused('invalid')` that names the field. */
export function readQuestionsQuery(query: QuestionsQuery, { buyingWords }: Model): AskedQuestions {
  const { where, topic, buying, q, staff, sort, limit, cursor } = query
  const isTrue = (field: string, given: string) => oneOf(field, given, ['true', 'false']) === 'true'
  const order = sort ? oneOf('sort', sort, QUESTION_ORDERS) : 'time'
  return {
    filter: {
      ...(where && { where: oneOf('where', where, PLACES_SAID) }),
      ...(topic && { topic: readTopic(topic, buyingWords) }),
      ...(buying && { buying: isTrue('buying', buying) }),
      ...(q && { q }),
    },
    withStaff: staff ? isTrue('staff', staff) : false,
    order,
    limit: limit === undefined || limit === '' ? usualRows : readWhole('limit', limit, 1, mostRows),
    after: cursor ? readQuestionCursor(cursor, order) : null,
  }
}

function readTopic(topic: string, topics: Model['buyingWords']): string {
  if (topics.length > 0)
    return oneOf(
      'topic',
      topic,
      topics.map(({ id }) => id),
    )
  throw new Refused('invalid', `topic: the model has no topics of buying, so there is no "${topic}"`, {
    field: 'topic',
  })
}

const shape = z.tuple([z.string(), z.number(), z.string(), z.int(), z.number().nullable()])

export function questionCursor(order: QuestionOrder, { time, id, part, score }: QuestionKey): string {
  return urlJson([order, time, id, part, score])
}

function readQuestionCursor(cursor: string, order: QuestionOrder): QuestionKey {
  const parts = shape.safeParse(jsonOfUrl(cursor)).data
  if (!parts || parts[0] !== order)
    throw new Refused('invalid', 'cursor: expected the nextCursor of an earlier page with the same sort', {
      field: 'cursor',
    })
  const [, time, id, part, score] = parts
  return { time, id, part, score }
}
