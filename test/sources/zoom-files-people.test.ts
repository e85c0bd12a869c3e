import { expect, test } from 'vitest'
import {
  attendeeHeader,
  attendeeReport,
  came,
  read,
  readFixture,
  statementsOf,
  stayedAway,
  staysOf,
  utc,
} from './zoom-files-writer.ts'

const april = readFixture('attendees-2026.csv')

test('what the form asked becomes the profile, the country of the form and not that of the connection', () => {
  const dana = statementsOf(april, 'person.registered').find(({ person }) => person?.email?.startsWith('dana'))!
  expect(utc(dana.time)).toBe('2026-03-17T07:12:44Z')
  expect(dana.profile).toEqual({
    email: 'dana.levi@almond-soft.example',
    firstName: 'דנה',
    lastName: 'לוי',
    phone: '+972 52-000-0101',
    company: 'Almond Soft, Ltd.',
    jobTitle: 'Head of Marketing',
    country: 'Israel',
    industry: 'Software',
    employees: 501,
    attributes: {
      'No. of Employees': '501-1,000',
      'What would you like to see, and why?': 'The "why" column,\nplease',
      'Source Name': 'LinkedIn',
    },
  })
  expect(dana.data).toEqual({ status: 'approved', question: 'Does it read\nZoom reports?', evidence: 'report' })
})

test('two dashes and nothing both mean nothing', () => {
  const tom = statementsOf(april, 'person.registered').find(({ person }) => person?.email?.startsWith('tom'))!
  expect(tom.profile).toEqual({
    email: 'tom.becker@quince.example',
    firstName: 'Tom',
    lastName: 'Becker',
    company: 'Quince GmbH',
    jobTitle: 'CTO',
    country: 'Germany',
    employees: 250,
  })
  expect(tom.data).toEqual({ status: 'approved', evidence: 'report' })
})

test('without a question about the country nobody has one, wherever the connection came from', () => {
  const reading = read(attendeeReport({ attendees: [came('Dana', 'dana@almond.example', '14:00:00', '14:30:00', 30)] }))
  expect(statementsOf(reading, 'person.registered')[0]!.profile).toEqual({
    email: 'dana@almond.example',
    firstName: 'Dana',
  })
})

test('a country that only the form asked for is the country', () => {
  const header =
    'Attended,First Name,Last Name,Email,Country/Region Name,Registration Time,Approval Status,Join Time,Leave Time'
  const row = 'No,Dana,Levi,dana@almond.example,Israel,"Apr 02, 2026 10:00:00",approved,--,--'
  const [dana] = statementsOf(read(attendeeReport({ header, attendees: [row] })), 'person.registered')
  expect(dana!.profile!.country).toBe('Israel')
})

test('a range of employees counts as its smallest number, more than a number as one above it', () => {
  const employees = Object.fromEntries(
    statementsOf(april, 'person.registered').map(({ profile }) => [profile!.lastName, profile!.employees]),
  )
  expect(employees).toMatchObject({ Becker: 250, Peled: 1, Tanaka: 10_001, Regev: 1001 })
})

test('a no-show gives only the registration', () => {
  const mei = april.statements.filter(({ person }) => person?.email === 'mei.tanaka@persimmon.example')
  expect(mei.map(({ type }) => type)).toEqual(['person.registered'])
})

test('who cancelled was registered, and cancelled by the time the report was made', () => {
  const uri = april.statements.filter(({ person }) => person?.email === 'uri.shaked@plum.example')
  expect(uri.map(({ type, time }) => [type, utc(time)])).toEqual([
    ['person.registered', '2026-03-29T17:15:00Z'],
    ['person.registration_cancelled', '2026-04-02T06:15:00Z'],
  ])
})

test.each([
  ['approved', 'approved', null],
  ['', 'approved', null],
  ['upgraded to panelist', 'approved', null],
  ['cancelled by self', 'approved', 'person.registration_cancelled'],
  ['canceled by host', 'approved', 'person.registration_cancelled'],
  ['Denied', 'pending', 'person.registration_denied'],
  ['pending approval', 'pending', null],
  ['on the shelf', 'pending', null],
])('the approval status "%s" is read as %s', (status, expected, decision) => {
  const reading = read(attendeeReport({ attendees: [stayedAway('Mei', 'mei@persimmon.example', status)] }))
  const [registered, decided] = reading.statements.filter(({ person }) => person)
  expect(registered!.data).toMatchObject({ status: expected })
  expect(decided?.type ?? null).toBe(decision)
  if (decided) expect(utc(decided.time)).toBe('2026-04-21T09:00:00Z')
  const unknown = reading.warnings.filter((warning) => /state of the registration in line 7 is not known/.test(warning))
  expect(unknown).toHaveLength(status === 'on the shelf' ? 1 : 0)
})

test('a pending registration gives way to its approval in a later download', () => {
  const at = (status: string) =>
    statementsOf(
      read(attendeeReport({ attendees: [stayedAway('Mei', 'mei@persimmon.example', status)] })),
      'person.registered',
    )[0]!
  expect(at('pending').time).toBeLessThan(at('approved').time)
  expect(at('pending').id).not.toBe(at('approved').id)
})

test('hosts and panelists are staff and were in the room', () => {
  expect(
    statementsOf(april, 'webinar.staffed').map(({ person, data, time }) => [person!.email, data.role, utc(time)]),
  ).toEqual([
    ['noa.barak@ripe-orchard.example', 'host', '2026-04-01T11:58:00Z'],
    ['amit.golan@ripe-orchard.example', 'panelist', '2026-04-01T11:58:00Z'],
  ])
})

const panelist = (email: string) => `Yes,Lior,${email},"Apr 20, 2026 14:30:00","Apr 20, 2026 15:00:00",30,Yes,Israel`

test('a panelist who first came as an attendee was promoted and stays an attendee', () => {
  const reading = read(
    attendeeReport({
      panelists: [panelist('Lior@fig.example')],
      attendees: [came('Lior', 'lior@fig.example', '14:00:00', '14:29:00', 29)],
    }),
  )
  expect(statementsOf(reading, 'webinar.staffed')).toEqual([])
  expect(staysOf(reading)).toHaveLength(2)
})

test('a panelist whose registration says "upgraded to panelist" stays an attendee', () => {
  const reading = read(
    attendeeReport({
      panelists: [panelist('lior@fig.example')],
      attendees: [stayedAway('Lior', 'lior@fig.example', 'upgraded to panelist')],
    }),
  )
  expect(statementsOf(reading, 'webinar.staffed')).toEqual([])
})

test('a panelist who filled in the form but came as a panelist is staff', () => {
  const reading = read(
    attendeeReport({ panelists: [panelist('lior@fig.example')], attendees: [stayedAway('Lior', 'lior@fig.example')] }),
  )
  expect(statementsOf(reading, 'webinar.staffed').map(({ data }) => data.role)).toEqual(['panelist'])
})

test('a panelist who was listed and did not come is staff without presence', () => {
  const reading = readFixture('attendees-2020.csv', { timezone: 'America/New_York' })
  expect(statementsOf(reading, 'webinar.staffed').map(({ person }) => person!.email)).toContain(
    'ben.ofer@grafting.example',
  )
  expect(staysOf(reading).join()).not.toContain('ben.ofer')
})

test('staff without an e-mail address are left out, since nothing would tell them from the audience', () => {
  const reading = read(
    attendeeReport({ hosts: ['Yes,Noa,,"Apr 20, 2026 14:00:00","Apr 20, 2026 15:00:00",60,No,Israel'] }),
  )
  expect(staysOf(reading)).toEqual([])
  expect(reading.skipped).toEqual([
    { row: 7, reason: expect.stringContaining('a host cannot be told from the audience') },
  ])
})

test('joining before registering is no error', () => {
  const reading = readFixture('attendees-2020.csv', { timezone: 'America/New_York' })
  expect(utc(statementsOf(reading, 'person.registered')[0]!.time)).toBe('2020-03-28T12:20:00Z')
})

test('a row without address, registration and name belongs to the person in the row before, over several rows', () => {
  const further = (time: string) => `Yes,,,,,,,"Apr 20, 2026 ${time}:00","Apr 20, 2026 ${time}:30",1,Yes,Israel`
  const reading = read(
    attendeeReport({
      attendees: [came('Dana', 'dana@almond.example', '14:00:00', '14:10:00', 10), further('14:20'), further('14:30')],
    }),
  )
  expect(staysOf(reading).map((stay) => stay.split(' ')[0])).toEqual(Array(3).fill('dana@almond.example'))
})

test('a row without address under another name than the row before is nobody we know', () => {
  const reading = read(
    attendeeReport({
      attendees: [
        came('Dana', 'dana@almond.example', '14:00:00', '14:10:00', 10),
        'Yes,Guest 7,,,,,,"Apr 20, 2026 14:20:00","Apr 20, 2026 14:30:00",10,Yes,Israel',
      ],
    }),
  )
  expect(staysOf(reading)[1]).toMatch(/^nobody /)
})

test('a repeat row belongs to its own address, whoever stands in the row before', () => {
  const repeat = 'Yes,Dana,,,DANA@almond.example,,,"Apr 20, 2026 14:40:00","Apr 20, 2026 14:50:00",10,Yes,Israel'
  const reading = read(
    attendeeReport({
      attendees: [
        came('Dana', 'dana@almond.example', '14:00:00', '14:10:00', 10),
        came('Tom', 'tom@quince.example', '14:00:00', '14:10:00', 10),
        repeat,
      ],
    }),
  )
  expect(staysOf(reading)[2]).toMatch(/^dana@almond.example /)
})

test.each(['d***@almond.example', 'dana at almond', 'dana@almond', 'dana@almond.example; tom@quince.example'])(
  'with "%s" in place of an address the presence counts without a person, and the registration is left out',
  (address) => {
    const reading = read(attendeeReport({ attendees: [came('Dana', address, '14:00:00', '14:10:00', 10)] }))
    expect(staysOf(reading)).toEqual(['nobody 2026-04-20T14:00:00Z to 2026-04-20T14:10:00Z'])
    expect(statementsOf(reading, 'person.registered')).toEqual([])
    expect(reading.skipped).toEqual([{ row: 7, reason: expect.stringContaining('is no e-mail address') }])
    expect(reading.warnings.join()).toContain('line 7')
  },
)

test('a custom question under the name of another column is a question of its own', () => {
  const header =
    'Attended,First Name,Last Name,Email,Organization,Email,Join Time,Organization,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes)'
  const row =
    'Yes,Dana,Levi,dana@almond.example,Almond,other@almond.example,tomorrow,Nut Growers,"Apr 02, 2026 10:00:00",approved,"Apr 20, 2026 14:00:00","Apr 20, 2026 14:10:00",10'
  const reading = read(attendeeReport({ header, attendees: [row] }))
  expect(staysOf(reading)).toEqual(['dana@almond.example 2026-04-20T14:00:00Z to 2026-04-20T14:10:00Z'])
  expect(statementsOf(reading, 'person.registered')[0]!.profile).toMatchObject({
    company: 'Almond',
    attributes: { Email: 'other@almond.example', 'Join Time': 'tomorrow', 'Organization (2)': 'Nut Growers' },
  })
})

test('a question after the guest column is a question like the others', () => {
  const header = attendeeHeader.replace('Is Guest,', 'Is Guest,"Profession (if a student, say so)",')
  const row = came('Dana', 'dana@almond.example', '14:00:00', '14:10:00', 10).replace('Yes,Israel', 'Yes,Grower,Israel')
  const [dana] = statementsOf(read(attendeeReport({ header, attendees: [row] })), 'person.registered')
  expect(dana!.profile!.attributes).toEqual({ 'Profession (if a student, say so)': 'Grower' })
  expect(dana!.profile).not.toHaveProperty('country')
})
