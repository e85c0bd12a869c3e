import { expect, test } from 'vitest'
import { cardOf, clicked, delivered, linesOf, opened, paidOf, pointsOf, registered } from '../../make.ts'

const automated = { automated: true }
const points = (...facts: Parameters<typeof cardOf>[0]) => paidOf(cardOf([registered(), ...facts]))

test('a mail opened after the webinar is worth 5, any mail and whoever sent it', () => {
  expect(points(delivered('11:30', 'm1'), opened('12:00', 'm1'))).toEqual({ email_opened: 5 })
  expect(points(opened('12:00', 'm1', { automated: false }))).toEqual({ email_opened: 5 })
})

test('a delivered mail is worth nothing', () => {
  expect(points(delivered('11:30', 'm1'))).toEqual({})
})

test('a link clicked is worth 5, and implies that the mail was opened', () => {
  expect(points(clicked('12:00', 'm1'))).toEqual({ email_opened: 5, email_clicked: 5 })
  expect(points(opened('11:59', 'm1'), clicked('12:00', 'm1'))).toEqual({ email_opened: 5, email_clicked: 5 })
})

test('mails opened and clicked again pay once a webinar', () => {
  const again = [opened('12:00', 'm1'), clicked('12:01', 'm1'), opened('13:00', 'm2'), clicked('13:01', 'm2')]
  expect(points(...again)).toEqual({ email_opened: 5, email_clicked: 5 })
})

test('a mail opened before the end of the webinar is no post-webinar mail', () => {
  expect(points(opened('2026-03-09', 'm1'), clicked('10:30', 'm2'))).toEqual({})
})

test('the open of a machine never pays, and its line says so', () => {
  const card = cardOf([registered(), opened('12:00', 'm1', automated)])
  expect(pointsOf(card)).toEqual({ registered: 0, real_details: 0, email_opened: 0 })
  const [line] = card.ledger.filter(({ rule }) => rule === 'email_opened')
  expect(line!.reason).not.toBe('email_opened')
  expect(card).toMatchObject({ stage: 'registrant', score: 0 })
})

test('the click of a machine never pays, neither as a click nor as an open, and its line says so', () => {
  const card = cardOf([registered(), clicked('12:00', 'm1', automated)])
  expect(paidOf(card)).toEqual({})
  expect(linesOf(card, 'email_clicked')).toEqual(['+0 w1 2026-03-10 12:00:00'])
  expect(card.stage).toBe('registrant')
})

test('a person who opens what a machine had opened is paid', () => {
  const card = cardOf([registered(), opened('12:00', 'm1', automated), opened('13:00', 'm1')])
  expect(paidOf(card)).toEqual({ email_opened: 5 })
  expect(linesOf(card, 'email_opened')).toEqual(['+0 w1 2026-03-10 12:00:00', '+5 w1 2026-03-10 13:00:00'])
})

test('a person who clicks what a machine had opened is paid for both', () => {
  expect(points(opened('12:00', 'm1', automated), clicked('13:00', 'm1'))).toEqual({
    email_opened: 5,
    email_clicked: 5,
  })
})

test('a machine is not active: its opens end no silence', () => {
  const card = cardOf([registered('2026-03-03'), opened('12:00', 'm1', automated), clicked('12:01', 'm1', automated)])
  expect(card.lastActivityAt).toBe(Date.parse('2026-03-03'))
})
