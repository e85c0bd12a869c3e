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
/** Of a text so much tells it from others: sources cut long ones differently. */
const telling = 300

/**
 * The id of a poll answer: the same whether it came by the API or in a report. A poll that is launched again after a
 * minute is another answer; a report tells its launches apart by nothing else.
 */
export function pollAnswerId(room: AnsweredIn, who: Answerer, question: string, answeredAt: number): string {
  return `${prefixOf('poll', room, who)}/${minuteOf(answeredAt)}/${bare(question)}`
}

/** The id of a question: the same text asked twice by one person in one room is one question. */
export function questionId(room: AnsweredIn, who: Answerer, text: string): string {
  return `${prefixOf('question', room, who)}/${bare(text)}`
}

/** The id of a filled in survey: one a person and room. */
export function surveyId(room: AnsweredIn, who: Answerer): string {
  return prefixOf('survey', room, who)
}

/**
 * Gives each of those without an address an id of their own, for many of them may have answered one question in one
 * minute: by what they said, and by number where they said the same. To be made once for all that was said in a room;
 * where more of it is known later, what was known before keeps its ids. People with an address keep the id.
 */
export function idsApart(): (who: Answerer, id: string, said: string) => string {
  const times = new Map<string, number>()
  return ({ email }, id, said) => {
    if (email) return id
    const own = `${id}/${bare(said)}`
    const time = (times.get(own) ?? 0) + 1
    times.set(own, time)
    return `${own}/${time}`
  }
}

/** What was answered, several choices as `one; other`: Zoom joins them with `;`, and in some languages with line breaks. */
export function answerText(answer: string): string {
  const choices = answer.split(/[;\n\r]+/).map((choice) => choice.trim())
  return choices.filter(Boolean).join('; ')
}

/** Reports print the start to the minute. */
function prefixOf(what: string, { platformId, startedAt }: AnsweredIn, { email, name = '' }: Answerer): string {
  const who = email ? `e:${normaliseEmail(email)}` : `n:${name.trim().toLowerCase()}`
  return `zoom/${what}/${platformId}/${minuteOf(startedAt)}/${who}`
}

/** Blanks and line breaks come differently from the API, a report, and a report that a spreadsheet saved again. */
function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, telling)
}

function minuteOf(time: number): number {
  return Math.floor(time / minute) * minute
}
