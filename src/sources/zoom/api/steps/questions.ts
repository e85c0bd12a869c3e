import type { Statement } from '../../../../domain/statement.ts'
import { questionId } from '../../answer-id.ts'
import { optionalMoment, optionalText } from '../../member.ts'
import { roomName } from '../../naming.ts'
import { record } from '../../record.ts'
import { entriesOf, rowsOf, skip } from '../rows.ts'
import { answeredIn, answererOf, longestAnswer, saidBy, speaker } from '../said.ts'
import type { Step } from '../step.ts'
import { leftOut } from '../words.ts'
import { encoded } from '../zoom-api.ts'

const scope = 'report:read:webinar_qna'
const minute = 60_000

const detail = record({
  question: optionalText(longestAnswer),
  answer: optionalText(longestAnswer),
  create_time: optionalMoment,
})
const asker = record({ ...speaker, question_details: entriesOf(detail) })

/**
 * What was asked, answered or not. A question of which Zoom does not say when counts as asked a minute after the start,
 * as in a file: any time that is known is later, and counts.
 */
export const questionsStep: Step = {
  id: 'questions',
  scope,
  async page(api, room) {
    const body = await api.get({ path: `/report/webinars/${encoded(room.uuid)}/qa`, rate: 'heavy', scope })
    const { rows, skipped } = rowsOf(body, 'questions', asker)
    const where = answeredIn(body, room, 'questions')
    if ('key' in where) return { statements: [], skipped: rows.length > 0 ? [where] : [], next: null }
    const webinar = roomName({ id: room.platformId, uuid: room.uuid })
    const statements = rows.flatMap((row) =>
      row.question_details.flatMap(({ question: text, answer = '', create_time }): Statement[] => {
        if (!text) {
          skip(skipped, leftOut('noText', { list: 'questions' }))
          return []
        }
        const who = answererOf(row)
        const time = create_time ?? where.startedAt + minute
        const id = questionId(where, who, text)
        return [{ id, type: 'question.asked', time, webinar, ...saidBy(who), data: { text, answer } }]
      }),
    )
    return { statements, skipped, next: null }
  },
}
