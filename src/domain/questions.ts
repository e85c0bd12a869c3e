import { PLACES_SAID, type PlaceSaid, type Said } from './said.ts'

/** Something that was said about a webinar, by whom, and what of it is about buying. */
export interface Question extends Said {
  /** The fact, and which of its texts it is. */
  readonly id: string
  readonly part: number
  readonly time: number
  /** Who said it; null: nobody knows. */
  readonly person: number | null
  readonly staff: boolean
  /** Null where nobody knows whose it is. */
  readonly score: number | null
  readonly name: string | null
  readonly buying: readonly { readonly topic: string }[]
}

/** As they came, the newest first, or by the score of who asked, the highest first. */
export const QUESTION_ORDERS = ['time', 'newest', 'score'] as const
export type QuestionOrder = (typeof QUESTION_ORDERS)[number]

export interface QuestionFilter {
  readonly where?: PlaceSaid
  /** About buying at all. */
  readonly buying?: boolean
  readonly topic?: string
  /** Part of what was said, asked or answered, or of a name, in any case. */
  readonly q?: string
}

export type QuestionKey = Pick<Question, 'time' | 'id' | 'part' | 'score'>

/** A total order. */
export function compareQuestions(order: QuestionOrder): (a: QuestionKey, b: QuestionKey) => number {
  const byTime = (a: QuestionKey, b: QuestionKey) => a.time - b.time || compareIds(a.id, b.id) || a.part - b.part
  if (order === 'time') return byTime
  if (order === 'newest') return (a, b) => byTime(b, a)
  const score = (key: QuestionKey) => key.score ?? Number.NEGATIVE_INFINITY
  return (a, b) => (a.score === b.score ? 0 : score(b) - score(a)) || byTime(a, b)
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function isAsked({ where, buying, topic, q }: QuestionFilter, question: Question): boolean {
  if (where && question.where !== where) return false
  if (buying && question.buying.length === 0) return false
  if (topic && !question.buying.some((signal) => signal.topic === topic)) return false
  if (!q) return true
  const sought = q.toLowerCase()
  const { text, asked, answer, name } = question
  return [text, asked, answer, name].some((each) => each?.toLowerCase().includes(sought))
}

/** How many there are, of each place and each topic; one that is about two topics counts for both. */
export interface QuestionCounts {
  all: number
  buying: number
  where: { where: PlaceSaid; count: number }[]
  topics: { topic: string; count: number }[]
}

/** `topics`: all that the model has, in its order. */
export function countQuestions(questions: readonly Question[], topics: readonly string[]): QuestionCounts {
  const places = new Map<PlaceSaid, number>()
  const about = new Map<string, number>(topics.map((topic) => [topic, 0]))
  let buying = 0
  for (const question of questions) {
    places.set(question.where, (places.get(question.where) ?? 0) + 1)
    if (question.buying.length > 0) buying++
    for (const topic of new Set(question.buying.map((signal) => signal.topic)))
      about.set(topic, (about.get(topic) ?? 0) + 1)
  }
  return {
    all: questions.length,
    buying,
    where: PLACES_SAID.flatMap((where) => (places.has(where) ? [{ where, count: places.get(where)! }] : [])),
    topics: [...about].map(([topic, count]) => ({ topic, count })),
  }
}

/** Without what one person wrote into one form twice: a report repeats what the platform has sent; the first stays. */
export function withoutRepeats<Q extends Question>(questions: readonly Q[]): Q[] {
  const seen = new Set<string>()
  return questions.toSorted(compareQuestions('time')).filter(({ where, person, asked, text }) => {
    if (where !== 'form' || person === null) return true
    const same = JSON.stringify([person, asked, text])
    return !seen.has(same) && seen.add(same)
  })
}
