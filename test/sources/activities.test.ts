import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Refused } from '../../src/domain/refusal.ts'
import { readActivities } from '../../src/sources/activities/activities.ts'
import { activitySchema, activityTypes, schemaPath } from '../../src/sources/activities/schemas.ts'

interface Fixture {
  name: string
  event: Record<string, unknown>
  statements?: unknown[]
  reason?: string
}

function fixtures(folder: string): Fixture[] {
  const path = join(import.meta.dirname, '../fixtures/activities', folder)
  const files = readdirSync(path).sort()
  return files.map((file) => ({
    name: file.replace('.json', ''),
    ...JSON.parse(readFileSync(join(path, file), 'utf8')),
  }))
}

const valid = fixtures('valid')
const invalid = fixtures('invalid')
const booked = valid.find(({ name }) => name === 'meeting.booked')!.event

function reasonOf(event: unknown): string | undefined {
  const [reading] = readActivities([event]).readings
  return reading && 'reason' in reading ? reading.reason : undefined
}

for (const { name, event, statements } of valid) {
  test(`${name} is read`, () => {
    expect(readActivities(event).readings).toEqual([{ index: 0, id: event.id, statements }])
  })
  test(`${name} fits the JSON Schema of its type`, () => {
    const schema = z.fromJSONSchema(activitySchema(String(event.type)) as Parameters<typeof z.fromJSONSchema>[0])
    expect(schema.safeParse(event).error?.issues).toBeUndefined()
  })
}

for (const { name, event, reason } of invalid)
  test(`${name} is rejected in words`, () => {
    expect(reasonOf(event)).toBe(reason)
  })

test('every type has a fixture and a schema with address, title and description', () => {
  expect(new Set(valid.map(({ event }) => event.type))).toEqual(new Set(activityTypes))
  for (const type of activityTypes) {
    const schema = activitySchema(type)
    expect(schema).toMatchObject({
      $id: schemaPath(type),
      required: expect.arrayContaining(['id', 'source', 'type', 'time']),
    })
    expect(schema).toMatchObject({ title: expect.any(String), description: expect.stringMatching(/\.$/) })
  }
  expect(schemaPath('page.viewed')).toBe('/schemas/activities/page.viewed.json')
  expect(activitySchema('page.printed')).toBeNull()
})

test('the JSON Schemas refuse what lacks an attribute, a person or a field', () => {
  const names = ['no-id', 'no-time', 'data-missing', 'person-missing', 'page-without-url', 'call-of-unknown-outcome']
  for (const name of [...names, 'registered-without-webinar', 'replay-before-the-start', 'data-base64']) {
    const { event } = invalid.find((fixture) => fixture.name === name)!
    const schema = z.fromJSONSchema(activitySchema(String(event.type)) as Parameters<typeof z.fromJSONSchema>[0])
    expect(schema.safeParse(event).success, name).toBe(false)
  }
})

test('one wrong event of a batch does not hold back the others', () => {
  const { readings } = readActivities([booked, 5, { ...booked, type: 'meeting.missed' }, null, { ...booked, id: '2' }])
  expect(readings.map((reading) => 'statements' in reading)).toEqual([true, false, false, false, true])
  expect(readings.map(({ index, id }) => [index, id])).toEqual([
    [0, '1'],
    [1, null],
    [2, '1'],
    [3, null],
    [4, '2'],
  ])
  expect(readings[1]).toMatchObject({ reason: 'event: expected a CloudEvent, got 5' })
})

test('what is no event and no list of events is refused', () => {
  for (const body of [null, undefined, 5, 'text', true, {}, { events: [booked] }, { id: 'x' }])
    expect(() => readActivities(body)).toThrow(expect.objectContaining({ code: 'invalid', name: 'Refused' }))
})

test('an empty list holds nothing, and a single event may be wrong without being refused', () => {
  expect(readActivities([])).toEqual({ readings: [] })
  expect(readActivities({ id: 'x', source: '/crm', type: 'nothing' }).readings).toHaveLength(1)
})

test('1,000 events are read and 1,001 are too many', () => {
  const events = Array.from({ length: 1001 }, (_, n) => ({ ...booked, id: String(n) }))
  expect(readActivities(events.slice(1)).readings.every((reading) => 'statements' in reading)).toBe(true)
  expect(() => readActivities(events)).toThrow(expect.objectContaining({ code: 'too_large' }))
  expect(() => readActivities(events)).toThrow(Refused)
})

test('no two pairs of source and id make the same fact', () => {
  const pairs = [
    ['a/b', 'c'],
    ['a', 'b/c'],
    ['a%2Fb', 'c'],
    ['a', 'b%2Fc'],
    ['a', 'c'],
    ['A', 'c'],
    ['a ', 'c'],
    ['a', 'c/mentioned'],
  ]
  const ids = pairs.map(([source, id]) => {
    const [reading] = readActivities({ ...booked, source, id }).readings
    return reading && 'statements' in reading && reading.statements[0]!.id
  })
  expect(new Set(ids).size).toBe(pairs.length)
  expect(ids[0]).toBe('ce/a%2Fb/c')
})
