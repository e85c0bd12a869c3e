import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readers } from '../../src/sources/zoom/facts.ts'
import { readWebhook } from '../../src/sources/zoom/payload.ts'

/** A body as Zoom sends it and what it states: statements, or the outcome if it states nothing. */
interface Fixture {
  name: string
  about: string
  body: Body
  expect: unknown[] | object
}

interface Body {
  event: string
  event_ts?: number
  payload: { object: Record<string, unknown> & { participant: object } }
}

const folder = join(import.meta.dirname, '../fixtures/zoom/webhooks')

const fixtures: Fixture[] = readdirSync(folder)
  .sort()
  .map((file) => ({ name: file.replace('.json', ''), ...JSON.parse(readFileSync(join(folder, file), 'utf8')) }))

function read(body: unknown) {
  return readWebhook(new TextEncoder().encode(JSON.stringify(body)))
}

function bodyOf(name: string): Body {
  return structuredClone(fixtures.find((fixture) => fixture.name === name)!.body)
}

function statementsOf(body: unknown) {
  const reading = read(body)
  if (reading.outcome !== 'read') throw new Error(JSON.stringify(reading))
  return reading.statements
}

for (const { name, about, body, expect: expected } of fixtures)
  test(`${name}: ${about}`, () => {
    const statements = Array.isArray(expected)
    const outcome = statements ? { outcome: 'read', event: body.event, statements: expected } : expected
    const isKnown = statements || (expected as { outcome: string }).outcome === 'ignored'
    expect(read(body)).toStrictEqual({
      ...outcome,
      ...(isKnown && { at: body.event_ts === undefined ? null : Number(body.event_ts) }),
    })
  })

test('every event that states something has a fixture that shows it', () => {
  const shown = fixtures.filter((fixture) => Array.isArray(fixture.expect)).map(({ body }) => body.event)
  expect(new Set(shown)).toEqual(new Set(readers.keys()))
})

test('a copy that arrives through another subscription has the same ids', () => {
  for (const { body, expect: expected } of fixtures.filter((fixture) => Array.isArray(fixture.expect))) {
    const { event, payload, ...rest } = body
    const copy = { payload: { ...payload, subscription_id: 's2' }, ...rest, event, download_token: 'another' }
    expect(statementsOf(copy)).toEqual(expected)
  }
})

test('a rejoin is another connection with facts of its own', () => {
  const body = bodyOf('webinar.participant_joined')
  const again = bodyOf('webinar.participant_joined')
  Object.assign(again.payload.object.participant, { user_id: '16799999', join_time: '2026-04-01T11:10:00Z' })
  const [first, second] = [statementsOf(body)[0]!, statementsOf(again)[0]!]
  expect(second.connection).not.toBe(first.connection)
  expect(second.id).not.toBe(first.id)
  expect(second.person).toEqual(first.person)
})

test('what everybody in the room says of the webinar is one and the same mention', () => {
  const mentions = ['webinar.participant_joined', 'webinar.participant_left', 'webinar.ended'].map((name) =>
    statementsOf(bodyOf(name)).find(({ type }) => type === 'webinar.mentioned'),
  )
  expect(new Set(mentions.map((mention) => mention!.id)).size).toBe(1)
})

test('a changed topic is another mention', () => {
  const body = bodyOf('webinar.participant_joined')
  const before = statementsOf(body).at(-1)!
  body.payload.object.topic = 'Something else'
  expect(statementsOf(body).at(-1)!.id).not.toBe(before.id)
})

test.each([
  ['the same second', '2026-04-01T10:50:12Z', undefined],
  ['60 s later on the minute', '2026-04-01T11:01:00Z', undefined],
  ['more than 60 s later on the minute', '2026-04-01T11:02:00Z', Date.parse('2026-04-01T11:02:00Z')],
  ['more than 60 s earlier on the minute', '2026-04-01T10:45:00Z', Date.parse('2026-04-01T10:45:00Z')],
  ['far off but not on the minute', '2026-04-01T10:45:01Z', undefined],
])('start_time of a started room that is %s', (_, start, startsAt) => {
  const body = bodyOf('webinar.started')
  body.event_ts = Date.parse('2026-04-01T11:00:00Z')
  body.payload.object.start_time = start
  expect(statementsOf(body)[1]!.data).toHaveProperty('topic')
  expect((statementsOf(body)[1]!.data as { startsAt?: number }).startsAt).toBe(startsAt)
})

test.each([
  ['1-20', 1, '1-20'],
  ['501-1,000', 501, '501-1,000'],
  ['More than 10,000', 10_001, 'More than 10,000'],
  ['1,200', 1200, undefined],
  ['350', 350, undefined],
  ['a few', undefined, 'a few'],
  ['', undefined, undefined],
])('"%s" employees are %s', (answer, employees, said) => {
  const body = bodyOf('webinar.registration_created')
  Object.assign(body.payload.object.registrant as object, { no_of_employees: answer })
  const { profile } = statementsOf(body)[0]!
  expect(profile?.employees).toBe(employees)
  expect(profile?.attributes?.['No. of Employees']).toBe(said)
})

test('neither arrival nor account is part of any statement', () => {
  const body = bodyOf('webinar.participant_joined')
  const before = statementsOf(body)
  body.event_ts! += 3_600_000
  Object.assign(body.payload, { account_id: 'another' })
  expect(statementsOf(body)).toEqual(before)
})
