import type { Statement } from '../../../../domain/statement.ts'
import type { Words } from '../../../../domain/words.ts'
import { idsApart, surveyId } from '../../answer-id.ts'
import { optionalMoment, optionalText } from '../../member.ts'
import { roomName } from '../../naming.ts'
import { record } from '../../record.ts'
import { optional } from '../optional.ts'
import { entriesOf, rowsOf, skip, wholeOf } from '../rows.ts'
import { answeredIn, answererOf, longestAnswer, saidBy, speaker } from '../said.ts'
import type { Room, Step } from '../step.ts'
import { leftOut } from '../words.ts'
import { encoded, type ZoomApi } from '../zoom-api.ts'

const scope = 'report:read:webinar_survey'
const scopeOfQuestions = 'webinar:read:survey'

const detail = record({
  question: optionalText(longestAnswer),
  answer: optionalText(longestAnswer),
  date_time: optionalMoment,
})
const respondent = record({ ...speaker, answer_details: entriesOf(detail) })

const asked = record({ name: optionalText(longestAnswer), type: optionalText(40) })
const custom = record({ questions: entriesOf(asked) })
const survey = record({ custom_survey: (value) => (value ? custom(value) : undefined) })

/** Types of Zoom's survey questions that are answered in one's own words. */
const inOwnWords = ['short_answer', 'long_answer']

/** Who filled in the survey, and what they said in their own words, as far as Zoom still has its questions. */
export const surveyStep: Step = {
  id: 'survey',
  scope,
  helps: [scopeOfQuestions],
  async page(api, room) {
    const body = await api.get({ path: `/report/webinars/${encoded(room.uuid)}/survey`, rate: 'heavy', scope })
    const { rows, skipped } = rowsOf(body, 'survey_answers', respondent)
    const where = answeredIn(body, room, 'survey_answers')
    if (rows.length === 0 || 'key' in where)
      return { statements: [], skipped: rows.length > 0 && 'key' in where ? [where] : skipped, next: null }
    const lacks: Words[] = []
    const open = await openQuestions(api, room, lacks)
    const own = idsApart()
    const statements = rows.flatMap((row): Statement[] => {
      const answers = row.answer_details.flatMap(({ question, answer }) =>
        question && answer ? { question, answer, open: open.has(plainQuestion(question)) } : [],
      )
      if (answers.length === 0) {
        skip(skipped, leftOut('noText', { list: 'survey_answers' }))
        return []
      }
      const who = answererOf(row)
      const id = own(who, surveyId(where, who), answers.map(({ answer }) => answer).join(' / '))
      const time = Math.max(...row.answer_details.map(({ date_time = room.endedAt ?? where.startedAt }) => date_time))
      const webinar = roomName({ id: room.platformId, uuid: room.uuid })
      return [{ id, type: 'survey.submitted', time, webinar, ...saidBy(who), data: { answers } }]
    })
    return { statements, skipped, lacks, next: null }
  },
}

/** The questions that are answered in one's own words; none where Zoom does not say, for the number has expired. */
async function openQuestions(api: ZoomApi, { platformId }: Room, lacks: Words[]): Promise<Set<string>> {
  const path = `/webinars/${encodeURIComponent(platformId)}/survey`
  const body = await optional(api, { path, rate: 'light', scope: scopeOfQuestions }, lacks)
  const { custom_survey } = body === null ? { custom_survey: undefined } : wholeOf(body, survey)
  const open = custom_survey?.questions.filter(({ type = '' }) => inOwnWords.includes(type)) ?? []
  return new Set(open.map(({ name = '' }) => plainQuestion(name)))
}

/** A report may number the questions and say of what type they are. */
function plainQuestion(question: string): string {
  const bare = question.replace(/^\d+[.)]\s+/, '').replace(/\s*\((?:short|long) answer\)$/i, '')
  return bare.replace(/\s+/g, ' ').trim().toLowerCase()
}
