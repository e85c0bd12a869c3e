import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import {
  at,
  booked,
  called,
  cardOf,
  chatted,
  clicked,
  DAY,
  delivered,
  type Moment,
  makeFact,
  messaged,
  opened,
  paidOf,
  replied,
} from '../../make.ts'

const paid = (facts: Fact[], asOf: Moment = '2026-04-30') => paidOf(cardOf(facts, { asOf }))
const machine = { automated: true }
const three = () => [delivered('2026-03-01', 'm1'), delivered('2026-03-02', 'm2'), delivered('2026-03-03', 'm3')]
const due = at('2026-03-03') + 3 * DAY

test('three unopened mails are worth -5 once the last was delivered more than 3 days ago', () => {
  expect(paid(three(), due)).toEqual({})
  expect(paid(three(), due + 1)).toEqual({ mails_unopened: -5 })
})

test('two unopened mails are not enough', () => {
  expect(paid(three().slice(1))).toEqual({})
})

test('a mail opened by anyone, a machine too, is not unopened, and neither is one whose link was clicked', () => {
  expect(paid([...three(), opened('2026-03-02', 'm2', machine)])).toEqual({})
  expect(paid([...three(), opened('2026-03-02', 'm2')])).toEqual({})
  expect(paid([...three(), clicked('2026-03-02', 'm2')])).toEqual({})
})

test('a mail opened late ends the row from that moment', () => {
  const facts = [...three(), opened('2026-03-20', 'm3')]
  expect(paid(facts, at('2026-03-20') - 1)).toEqual({ mails_unopened: -5 })
  expect(paid(facts, '2026-03-20')).toEqual({})
})

test('a fresh mail counts as soon as it is opened, and not before its 3 days are over', () => {
  const fresh = [...three(), delivered('2026-03-19', 'm4')]
  expect(paid(fresh, '2026-03-20')).toEqual({ mails_unopened: -5 })
  expect(paid([...fresh, opened('2026-03-19 12:00', 'm4')], '2026-03-20')).toEqual({})
})

test('only the last three mails by delivery count', () => {
  const opener = [delivered('2026-02-20', 'm0'), opened('2026-03-25', 'm0')]
  expect(paid([...opener, ...three()])).toEqual({ mails_unopened: -5 })
  expect(paid([...three(), delivered('2026-03-04', 'm4'), opened('2026-03-04', 'm1')])).toEqual({ mails_unopened: -5 })
})

test('three mails opened and never a click are worth -5', () => {
  const opens = [opened('2026-03-01', 'm1'), opened('2026-03-02', 'm2'), opened('2026-03-03', 'm3')]
  expect(paid(opens.slice(0, 2))).toEqual({})
  expect(paid(opens, at('2026-03-03') - 1)).toEqual({})
  expect(paid(opens, '2026-03-03')).toEqual({ opens_without_clicks: -5 })
  expect(paid([...opens, clicked('2026-03-20', 'm1')], at('2026-03-20') - 1)).toEqual({ opens_without_clicks: -5 })
  expect(paid([...opens, clicked('2026-03-20', 'm1')])).toEqual({})
  expect(paid([clicked('2025-01-01', 'm0'), ...opens])).toEqual({})
})

test('one mail opened three times is one mail, and machines neither open nor click', () => {
  expect(paid([opened('2026-03-01', 'm1'), opened('2026-03-02', 'm1'), opened('2026-03-03', 'm1')])).toEqual({})
  const opens = [opened('2026-03-01', 'm1'), opened('2026-03-02', 'm2')]
  expect(paid([...opens, opened('2026-03-03', 'm3', machine)])).toEqual({})
  expect(paid([...opens, opened('2026-03-03', 'm3'), clicked('2026-03-04', 'm3', machine)])).toEqual({
    opens_without_clicks: -5,
  })
})

const sent = at('2026-03-02 09:00')

test('two WhatsApp messages without an answer are worth -5 more than 2 days after the second', () => {
  const facts = [messaged('2026-03-01'), messaged(sent)]
  expect(paid(facts, sent + 2 * DAY)).toEqual({})
  expect(paid(facts, sent + 2 * DAY + 1)).toEqual({ whatsapp_ignored: -5 })
  expect(paid(facts.slice(1))).toEqual({})
})

test('a reply answers every message before it', () => {
  expect(paid([messaged('2026-03-01'), messaged('2026-03-02'), replied('2026-03-20')])).toEqual({})
  expect(paid([messaged('2026-03-01'), messaged('2026-03-02'), replied('2026-03-20')], at('2026-03-20') - 1)).toEqual({
    whatsapp_ignored: -5,
  })
  expect(paid([messaged('2026-03-01'), replied('2026-03-02'), messaged('2026-03-03')])).toEqual({})
  const later = [messaged('2026-03-01'), replied('2026-03-02'), messaged('2026-03-03'), messaged('2026-03-04')]
  expect(paid(later)).toEqual({ whatsapp_ignored: -5 })
})

test('a message of today without an answer is not counted yet', () => {
  const answered = [messaged('2026-03-01'), replied('2026-03-02'), messaged('2026-03-03')]
  expect(paid([...answered, messaged('2026-03-20')], '2026-03-21')).toEqual({})
})

test('messages of other channels are no WhatsApp messages, and replies there answer none', () => {
  expect(paid([messaged('2026-03-01', 'sms'), messaged('2026-03-02', 'sms')])).toEqual({})
  expect(paid([messaged('2026-03-01'), messaged('2026-03-02'), replied('2026-03-03', 'sms')])).toEqual({
    whatsapp_ignored: -5,
  })
})

test('two calls in a row that were not answered are worth -5 at once, failed ones between are nobody’s fault', () => {
  const facts = [called('2026-03-01', 'no_answer'), called('2026-03-02', 'failed'), called('2026-03-03', 'voicemail')]
  expect(paid(facts, at('2026-03-03') - 1)).toEqual({})
  expect(paid(facts, '2026-03-03')).toEqual({ calls_unanswered: -5 })
  expect(paid([called('2026-03-01', 'busy'), called('2026-03-02', 'failed'), called('2026-03-03', 'failed')])).toEqual(
    {},
  )
})

test('an answered call among the last two ends the row', () => {
  expect(
    paid([called('2026-03-01', 'no_answer'), called('2026-03-02', 'answered'), called('2026-03-03', 'busy')]),
  ).toEqual({})
  expect(
    paid([called('2026-03-01', 'answered'), called('2026-03-02', 'no_answer'), called('2026-03-03', 'busy')]),
  ).toEqual({
    calls_unanswered: -5,
  })
})

test('three calls or messages in all without any human answer are worth -5', () => {
  const mixed = [messaged('2026-03-01', 'sms'), called('2026-03-02', 'no_answer'), messaged('2026-03-03', 'mail')]
  expect(paid(mixed.slice(0, 2))).toEqual({})
  expect(paid(mixed, at('2026-03-03') - 1)).toEqual({})
  expect(paid(mixed, '2026-03-03')).toEqual({ no_human_contact: -5 })
  expect(paid([...mixed.slice(0, 2), called('2026-03-03', 'failed')])).toEqual({})
})

for (const [what, contact, other] of [
  ['an answered call', () => called('2026-03-05', 'answered'), {}],
  ['a reply', () => replied('2026-03-05', 'sms'), {}],
  ['a meeting', () => booked('2026-03-05'), { hand_raised: 50 }],
  ['a chat on the site', () => makeFact('chat.sent', '2026-03-05', { text: 'Hi', channel: 'site' }), {}],
  ['a chat in a webinar', () => chatted('10:10'), { chat_written: 2 }],
] as const) {
  test(`${what} is human contact, before or after`, () => {
    const messages = (month: string) => ['01', '02', '03'].map((day) => messaged(`2026-${month}-${day}`, 'sms'))
    expect(paid([...messages('02'), contact()])).toEqual(other)
    expect(paid([contact(), ...messages('04')])).toEqual(other)
  })
}

test('an unanswered call is no human contact', () => {
  const facts = [messaged('2026-03-01', 'sms'), messaged('2026-03-02', 'sms'), called('2026-03-03', 'voicemail')]
  expect(paid(facts)).toEqual({ no_human_contact: -5 })
})
