import { normaliseEmail } from '../../domain/address.ts'

/** Who answered or asked: by address, else by the name that was shown; '' for nobody who can be told apart. */
export interface Answerer {
  email?: string | undefined
  name?: string | undefined
}

/** The room in which it was said, as both the API and a report know it: the webinar's number and when it began, ms UTC. */
export interface AnsweredIn {
  platformId: string
  startedAt: number
}

const minute = 60_000

/**
 * The id of a poll answer: the same whether it came by the API or in a report. A poll that is launched again after a
 * minute is another answer; a report tells its launches apart by nothing else.
 */
export function pollAnswerId(room: AnsweredIn, who: Answerer, question: string, answeredAt: number): string {
  return `${prefixOf('poll', room, who)}/${minuteOf(answeredAt)}/${question}`
}

/** The id of a question: the same text asked twice by one person in one room is one question. */
export function questionId(room: AnsweredIn, who: Answerer, text: string): string {
  return `${prefixOf('question', room, who)}/${text}`
}

/** The id of a filled in survey: one a person and room. */
export function surveyId(room: AnsweredIn, who: Answerer): string {
  return prefixOf('survey', room, who)
}

/** Reports print the start to the minute. */
function prefixOf(what: string, { platformId, startedAt }: AnsweredIn, { email, name = '' }: Answerer): string {
  const who = email ? `e:${normaliseEmail(email)}` : `n:${name.trim().toLowerCase()}`
  return `zoom/${what}/${platformId}/${minuteOf(startedAt)}/${who}`
}

function minuteOf(time: number): number {
  return Math.floor(time / minute) * minute
}
