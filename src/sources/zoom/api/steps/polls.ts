import type { Statement } from '../../../../domain/statement.ts'
import type { Words } from '../../../../domain/words.ts'
import { cleanText } from '../../../text.ts'
import { answerText, idsApart, pollAnswerId } from '../../answer-id.ts'
import { optionalMoment, optionalText } from '../../member.ts'
import { roomName } from '../../naming.ts'
import { record } from '../../record.ts'
import { entriesOf, rowsOf, skip } from '../rows.ts'
import { answeredIn, answererOf, longestAnswer, saidBy, speaker } from '../said.ts'
import type { Step } from '../step.ts'
import { leftOut } from '../words.ts'
import { encoded } from '../zoom-api.ts'

const scope = 'report:read:list_webinar_polls'

const detail = record({
  question: optionalText(longestAnswer),
  answer: optionalText(longestAnswer),
  date_time: optionalMoment,
})
const respondent = record({ ...speaker, question_details: entriesOf(detail) })

/** Who answered which question of a poll with what: Zoom's `questions` are really the people who answered. */
export const pollsStep: Step = {
  id: 'polls',
  scope,
  async page(api, room) {
    const body = await api.get({ path: `/report/webinars/${encoded(room.uuid)}/polls`, rate: 'heavy', scope })
    const { rows, skipped } = rowsOf(body, 'questions', respondent)
    const where = answeredIn(body, room, 'polls')
    if ('key' in where) return { statements: [], skipped: rows.length > 0 ? [where] : [], next: null }
    const webinar = roomName({ id: room.platformId, uuid: room.uuid })
    const own = idsApart()
    const statements = rows.flatMap((row) =>
      row.question_details.flatMap(({ question: poll, answer: given, date_time: time }): Statement[] => {
        const answer = given && cleanText(answerText(given), longestAnswer)
        const why: Words | null = !poll || !answer ? leftOut('noText', { list: 'polls' }) : null
        if (why || time === undefined) {
          skip(skipped, why ?? leftOut('noTime', { list: 'polls' }))
          return []
        }
        const who = answererOf(row)
        const id = own(who, pollAnswerId(where, who, poll!, time), answer!)
        return [{ id, type: 'poll.answered', time, webinar, ...saidBy(who), data: { poll: poll!, answer: answer! } }]
      }),
    )
    return { statements, skipped, next: null }
  },
}
