import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refused } from '../../src/domain/refusal.ts'
import { type ActivityReading, readActivities } from '../../src/sources/activities/activities.ts'

const folder = join(import.meta.dirname, '../fixtures/activities/valid')
const events = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).event)
const page = events.find((event) => event.type === 'page.viewed')

const scalar = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -0,
    -1,
    Infinity,
    -Infinity,
    1e300,
    2 ** 53,
    '',
    '__proto__',
    '\ud800',
    'a\u0000b',
    '2026-02-30T00:00:00Z',
  ),
  fc.string({ unit: 'binary' }),
  fc.double(),
)
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), tie('value')),
  ),
})).value

/** A valid event with one member, anywhere in it, replaced. */
const bent = fc.tuple(fc.constantFrom(...events), anyJson, fc.nat()).map(([event, value, at]) => {
  const places: string[][] = []
  const copy = structuredClone(event)
  const visit = (node: unknown, path: string[]) => {
    if (path.length > 0) places.push(path)
    if (typeof node === 'object' && node !== null)
      for (const [key, child] of Object.entries(node)) visit(child, [...path, key])
  }
  visit(copy, [])
  const path = places[at % places.length]!
  const parent = path.slice(0, -1).reduce((node, key) => node[key], copy)
  parent[path.at(-1)!] = value
  return copy
})

function read(body: unknown): ActivityReading[] {
  try {
    return readActivities(body).readings
  } catch (error) {
    expect(error).toBeInstanceOf(Refused)
    return []
  }
}

function expectSound(readings: ActivityReading[]): void {
  for (const reading of readings) {
    if ('reason' in reading) {
      expect(reading.reason).toMatch(/^\S.*: ./s)
      expect(reading.reason.length).toBeLessThan(1500)
      continue
    }
    for (const statement of reading.statements) {
      expect(Number.isSafeInteger(statement.time)).toBe(true)
      expect(statement.id).toMatch(/^ce\/[^/]+\/[^/]+(\/mentioned)?$/)
      for (const leaf of leavesOf(statement)) {
        expect(['string', 'number', 'boolean']).toContain(typeof leaf)
        if (typeof leaf === 'number') expect(Number.isFinite(leaf)).toBe(true)
        if (typeof leaf === 'string') expect(leaf.isWellFormed() && !leaf.includes('\0')).toBe(true)
      }
    }
  }
}

function leavesOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value]
  return Object.entries(value).flatMap(([key, child]) => [key, ...leavesOf(child)])
}

test('no JSON does worse than being refused or rejected', () => {
  fc.assert(
    fc.property(anyJson, (body) => expectSound(read(body))),
    { numRuns: 2000 },
  )
})

test('an event with any member replaced is read soundly or rejected', () => {
  fc.assert(
    fc.property(fc.array(bent, { maxLength: 3 }), (batch) => expectSound(read(batch))),
    { numRuns: 5000 },
  )
  expect(Object.keys(Object.prototype)).toEqual([])
})

test('a __proto__ key pollutes nothing and is no attribute', () => {
  const person = JSON.parse(
    '{"email":"dana@kiwi.example","__proto__":{"visitorId":"x"},"attributes":{"__proto__":"x","Seats":"4"}}',
  )
  const event = { ...page, ...JSON.parse('{"__proto__":{"polluted":true}}'), data: { person, url: '/' } }
  const [reading] = read(event)
  expect(reading).toMatchObject({ statements: [{ person: { email: 'dana@kiwi.example' } }] })
  const attributes = reading && 'statements' in reading && reading.statements[0]!.profile!.attributes!
  expect(Object.entries(attributes || {})).toEqual([['Seats', '4']])
  expect('polluted' in {}).toBe(false)
})

test('of a repeated key the last counts, as JSON does', () => {
  const body = JSON.parse(`{"id":"a","id":"b","source":"/crm","type":"meeting.booked","time":"2026-05-12T14:00:00Z",
    "data":{"person":{"email":"noa@kiwi.example","email":"dana@kiwi.example"}}}`)
  expect(read(body)).toMatchObject([{ id: 'b', statements: [{ person: { email: 'dana@kiwi.example' } }] }])
})

test('nesting as deep as JSON can be is looked at only where something is expected', () => {
  const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)
  expect(read(deep)).toEqual([{ index: 0, id: null, reason: 'event: expected a CloudEvent, got a list' }])
  const [ignored, refused] = read([
    { ...page, extension: deep },
    { ...page, data: { ...page.data, url: deep } },
  ])
  expect(ignored).toHaveProperty('statements')
  expect(refused).toMatchObject({ reason: 'data.url: expected a text, got a list' })
})

test('long texts are cut between characters, long ids are rejected', () => {
  const long = '😀'.repeat(3000)
  const [reading] = read({
    ...page,
    type: 'question.asked',
    data: { person: page.data.person, question: { text: `x${long}` } },
  })
  const text = reading && 'statements' in reading ? (reading.statements[0]!.data as { text: string }).text : ''
  expect(text.length).toBe(4999)
  expect(text.isWellFormed()).toBe(true)
  const person = { visitorId: 'v'.repeat(501) }
  expect(read({ ...page, data: { person, url: '/' } })).toMatchObject([
    { reason: 'data.person.visitorId: expected an id of at most 500 characters' },
  ])
})

test('a reason never repeats an address', () => {
  const person = {
    email: 'dana@kiwi.example; noa@kiwi.example',
    phone: '+44 20 7946 0958 ext 4',
    visitorId: ['dana@kiwi.example'],
  }
  expect(JSON.stringify(read({ ...page, data: { person, url: 5 } }))).not.toMatch(/kiwi|7946/)
})
