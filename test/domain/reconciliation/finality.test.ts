import { describe, expect, test } from 'vitest'
import { finalityOf, type Reported } from '../../../src/domain/reconciliation/finality.ts'
import { at, makeWebinar } from '../../make.ts'

const webinar = makeWebinar()

const report = (generated: string, more: Partial<Reported> = {}): Reported => ({
  ...{ by: 'file', generatedAt: at(generated), receivedAt: at(generated) + 60_000, ran: null },
  ...more,
})

const ended = (...reports: Reported[]) => finalityOf(webinar, 'ended', reports, false)

describe('whether attendance is final', () => {
  test('it is not before the end', () => {
    expect(finalityOf(webinar, 'scheduled', [], false)).toMatchObject({
      state: 'scheduled',
      why: 'to_come',
      since: null,
    })
    expect(finalityOf(webinar, 'live', [], false)).toMatchObject({ state: 'running', why: 'runs', since: at('10:00') })
  })

  test('without a report it is provisional since the end', () => {
    expect(ended()).toEqual({ state: 'provisional', since: at('11:00'), why: 'no_report', completeFrom: at('11:30') })
  })

  test('a report made less than 30 minutes after the end is too early, to the millisecond', () => {
    expect(ended(report('11:29:59'))).toMatchObject({ state: 'provisional', why: 'early_report' })
    expect(ended(report('11:30'))).toMatchObject({ state: 'final', why: 'reported', since: at('11:31') })
  })

  test('it is final since the first complete report came in', () => {
    expect(ended(report('11:10'), report('13:00', { by: 'api' }), report('12:00')).since).toBe(at('12:01'))
  })

  test('a report that does not say when it was made makes nothing final', () => {
    expect(finalityOf(webinar, 'ended', [], true)).toMatchObject({ state: 'provisional', why: 'undated_report' })
  })

  test('of a webinar in two rooms both must be reported, a short trial need not', () => {
    const two = makeWebinar({
      to: '11:40',
      running: [
        ['09:50', '09:53'],
        ['10:00', '10:30'],
        ['10:40', '11:40'],
      ],
    })
    const first = report('12:20', { ran: { from: at('10:00'), to: at('10:30') } })
    const second = report('12:30', { ran: { from: at('10:40'), to: at('11:40') } })
    expect(finalityOf(two, 'ended', [first], false)).toMatchObject({ state: 'provisional', why: 'room_missing' })
    expect(finalityOf(two, 'ended', [first, second], false)).toMatchObject({ state: 'final', since: at('12:31') })
    expect(finalityOf(two, 'ended', [report('12:20')], false)).toMatchObject({ state: 'final' })
  })
})
