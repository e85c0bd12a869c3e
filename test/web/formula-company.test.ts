import { expect, it } from 'vitest'
import { parseModel } from '../../src/domain/model.ts'
import { TEMPLATES } from '../../src/domain/templates.ts'
import {
  typedDomains,
  withDayOff,
  withHoliday,
  withObserved,
  withoutHoliday,
  withoutStaffDomain,
  withStaffDomains,
  yearsOf,
} from '../../web/screens/formula/company/edits.ts'

const model = parseModel({
  ...TEMPLATES.webinar,
  calendar: { timezone: 'Asia/Jerusalem', weekend: [5, 6], holidays: ['2026-09-12', '2027-04-22'] },
  observes: { mail: 'ever' },
  staffDomains: ['kiwi.example'],
})

it('what Ripen is told about is said and taken back, without touching anything else', () => {
  const more = withObserved(model, 'phone', '2026-05-12T00:00:00Z')
  expect(more.observes).toEqual({ mail: 'ever', phone: '2026-05-12T00:00:00Z' })
  expect(withObserved(more, 'phone', null)).toEqual(model)
  expect(withObserved(model, 'mail', null).observes).toEqual({})
})

it('days off come and go: weekdays from Sunday on, dates in their order, each once', () => {
  expect(withDayOff(model, 0, true).calendar.weekend).toEqual([0, 5, 6])
  expect(withDayOff(withDayOff(model, 0, true), 0, false)).toEqual(model)
  const more = withHoliday(withHoliday(model, '2026-12-31'), '2026-12-31')
  expect(more.calendar.holidays).toEqual(['2026-09-12', '2026-12-31', '2027-04-22'])
  expect(withoutHoliday(more, '2026-12-31')).toEqual(model)
})

it('holidays stand by year, those too that are only in the version in force', () => {
  expect(yearsOf(['2027-04-22'], ['2026-09-12', '2027-01-01'])).toEqual(['2026', '2027'])
  expect(yearsOf([], [])).toEqual([])
})

it('domains are read from whatever is pasted, and what is none is refused', () => {
  expect(typedDomains(' Kiwi.example, @fig.example; dana@OREN.example\nkiwi.example ')).toEqual([
    ...['kiwi.example', 'fig.example', 'oren.example'],
  ])
  expect(typedDomains('חברה.example')).toEqual(['חברה.example'])
  expect(['kiwi', 'kiwi.example fig', 'https://kiwi.example/x', '.example'].map(typedDomains)).toEqual([
    ...[null, null, null, null],
  ])
  expect(typedDomains('  ')).toEqual([])
})

it('domains of the staff are added once and taken away', () => {
  const more = withStaffDomains(model, ['fig.example', 'kiwi.example'])
  expect(more.staffDomains).toEqual(['kiwi.example', 'fig.example'])
  expect(withoutStaffDomain(more, 'fig.example')).toEqual(model)
})
