import { expect, test } from 'vitest'
import { answerText, idsApart, pollAnswerId, questionId, surveyId } from '../../src/sources/zoom/answer-id.ts'

const room = { platformId: '84211905573', startedAt: Date.UTC(2026, 3, 1, 11, 58, 2) }
const dana = { email: 'dana@almond.example', name: 'Dana' }
const at = Date.UTC(2026, 3, 1, 12, 9, 41)

test('an answer has one id, whoever writes its address, its question, its seconds and its start how', () => {
  const api = pollAnswerId(room, dana, 'Do you score\nyour leads?', at)
  const report = pollAnswerId(
    { ...room, startedAt: Date.UTC(2026, 3, 1, 11, 58) },
    { email: ' Dana@Almond.example' },
    'Do you score your  leads? ',
    Date.UTC(2026, 3, 1, 12, 9),
  )
  expect(report).toBe(api)
})

test('a poll that is launched again has other answers', () => {
  expect(pollAnswerId(room, dana, 'Ready?', at + 60_000)).not.toBe(pollAnswerId(room, dana, 'Ready?', at))
})

test('a question and a survey belong to a person and a room', () => {
  const other = { ...room, startedAt: room.startedAt + 86_400_000 }
  expect(questionId(other, dana, 'How much?')).not.toBe(questionId(room, dana, 'How much?'))
  expect(surveyId(room, { name: 'Dana' })).not.toBe(surveyId(room, dana))
})

test('of those who have no address each has an id of their own, which more of them later leave as it is', () => {
  const ids = (said: string[]) => {
    const own = idsApart()
    return said.map((answer) => own({ name: 'Anonymous Attendee' }, 'id', answer))
  }
  const first = ids(['Yes', 'No', 'Yes'])
  expect(new Set(first).size).toBe(3)
  const more = ids(['No', 'Maybe', 'Yes', 'Yes', 'Yes'])
  expect(more).toEqual(expect.arrayContaining(first))
  expect(idsApart()(dana, 'id', 'Yes')).toBe('id')
})

test('several choices are one text, however they were joined', () => {
  expect(answerText('Yes;  No ;')).toBe('Yes; No')
  expect(answerText('Yes\r\nNo')).toBe('Yes; No')
  expect(answerText(' Not yet ')).toBe('Not yet')
})
