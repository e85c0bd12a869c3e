import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from '../../src/sources/json.ts'
import { readers } from '../../src/sources/zoom/facts.ts'
import { readWebhook, type WebhookReading } from '../../src/sources/zoom/payload.ts'

const folder = join(import.meta.dirname, '../fixtures/zoom/webhooks')
const bodies: object[] = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).body)

function read(text: string): WebhookReading {
  return readWebhook(new TextEncoder().encode(text))
}

/** A join with some members as raw JSON. */
function joined(participant = '', object = '', topLevel = ''): string {
  return `{"event":"webinar.participant_joined"${topLevel},"payload":{"object":{"id":"81234567890","uuid":"abc=="${object},
    "participant":{"user_id":"1","join_time":"2026-04-01T11:00:00Z"${participant}}}}}`
}

function joinOf(text: string) {
  const reading = read(text)
  if (reading.outcome !== 'read') throw new Error(JSON.stringify(reading))
  const [statement] = reading.statements
  if (statement?.type !== 'webinar.joined') throw new Error(statement?.type)
  return statement
}

function reasonOf(text: string): string {
  const reading = read(text)
  return reading.outcome === 'unreadable' ? reading.reason : reading.outcome
}

test.each([
  ['nothing', '', 'the body is empty'],
  ['blanks', ' \n', 'the body is empty'],
  ['no JSON', 'event=webinar.started', 'the body is not JSON'],
  ['half a body', '{"event":"webinar.sta', 'the body is not JSON'],
  ['null', 'null', 'the body names no event'],
  ['a number', '42', 'the body names no event'],
  ['a text', '"webinar.started"', 'the body names no event'],
  ['a list', '[]', 'the body is a list; Zoom sends one event at a time'],
  ['no event', '{"payload":{}}', 'the body names no event'],
  ['an empty event', '{"event":" "}', 'the body names no event'],
  ['an event that is no text', '{"event":{"$ne":null}}', 'the body names no event'],
  ['a payload that is a text', '{"event":"webinar.started","payload":"x"}', 'webinar.started: payload is no object'],
  [
    'an object that is a list',
    '{"event":"webinar.started","payload":{"object":[]}}',
    'webinar.started: payload.object is no object',
  ],
])('a body that is %s is unreadable, in words', (_, text, reason) => {
  expect(reasonOf(text)).toBe(reason)
})

test('names that every object has are no events', () => {
  for (const event of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    expect(read(JSON.stringify({ event }))).toEqual({ outcome: 'ignored', event, at: null })
})

test('a reader that fails is a fault of ours, and no reason to lose what it could not read', () => {
  const faulty = readers as Map<string, () => never>
  faulty.set('webinar.faulty', () => {
    throw new TypeError('secret@mail.example')
  })
  expect(read('{"event":"webinar.faulty"}')).toEqual({
    outcome: 'unreadable',
    reason: 'webinar.faulty: Ripen failed to read it (TypeError)',
  })
  faulty.delete('webinar.faulty')
})

test('a million nested brackets do not stall', () => {
  const started = performance.now()
  for (const open of ['[', '{"a":', '[[[{"a":[']) {
    expect(reasonOf(open.repeat(1_000_000 / open.length))).toBe('the body is nested more than 64 levels deep')
    expect(reasonOf(joined(`,"custom":${open.repeat(1_000_000 / open.length)}`))).toMatch(/64 levels/)
  }
  expect(joinOf(joined(`,"user_name":"${'['.repeat(1_000_000)}"`)).data.name).toBe('['.repeat(200))
  expect(performance.now() - started).toBeLessThan(2000)
})

test('64 levels are read and 65 are not, brackets in texts do not count', () => {
  const nested = (levels: number) => {
    const text = `"\\\\ \\"${'['.repeat(100)}"`
    return `{"event":"x","a":${'['.repeat(levels - 1)}${text}${']'.repeat(levels - 1)}}`
  }
  expect(read(nested(64)).outcome).toBe('ignored')
  expect(read(nested(65)).outcome).toBe('unreadable')
})

test.each(['__proto__', '\\u005f_proto__', '_\\u005Fproto__'])('a key %s is left out of what is parsed', (key) => {
  const { value } = readJson(new TextEncoder().encode(`{"${key}":1,"a":[{"${key}":{"b":2},"c":3}]}`))
  expect(JSON.stringify(value)).toBe('{"a":[{"c":3}]}')
})

test('a list of half a million entries is refused before they are read', () => {
  const text = `{"event":"webinar.created","payload":{"object":{"id":1,"occurrences":[${'0,'.repeat(490_000)}0]}}}`
  expect(reasonOf(text)).toBe('webinar.created: payload.object.occurrences is no list of up to 1000 entries')
})

test('a __proto__ key pollutes nothing and gives no value, however it is spelt', () => {
  for (const key of ['__proto__', '\\u005f_proto__', '_\\u005Fproto__', 'constructor']) {
    const evil = `,"${key}":{"email":"eve@evil.example","registrant_id":"r666","polluted":true}`
    const { person, data } = joinOf(joined(evil, evil, evil))
    expect(person).toBeUndefined()
    expect(data).toEqual({ uuid: 'abc==' })
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test('a question named __proto__ or constructor is at most an answer', () => {
  const questions = ['__proto__', 'constructor', 'toString'].map((title) => ({ title, value: 'evil' }))
  const registrant = { id: 'r1', email: 'a@b.example', status: 'approved', custom_questions: questions }
  const reading = read(
    JSON.stringify({
      event: 'webinar.registration_created',
      event_ts: 1775041200000,
      payload: { object: { id: 1, registrant } },
    }),
  )
  const attributes = reading.outcome === 'read' ? reading.statements[0]!.profile!.attributes! : {}
  expect(Object.entries(attributes)).toEqual([
    ['constructor', 'evil'],
    ['toString', 'evil'],
  ])
  expect(Object.getPrototypeOf(attributes)).toBe(Object.prototype)
})

test('lone surrogates are replaced, NUL, other control characters and overrides go', () => {
  const { data } = joinOf(joined(',"user_name":"  A\\ud83d B\\ude00\\u0000\\u0007 \\u202egnp.exe\\ud83d\\ude00 "'))
  expect(data.name).toBe('A\ufffd B\ufffd gnp.exe\u{1F600}')
  expect(data.name!.isWellFormed()).toBe(true)
})

test('a text is cut between characters, never within one', () => {
  const { data } = joinOf(joined(`,"user_name":"${'a'.repeat(199)}\\ud83d\\ude00"`))
  expect(data.name).toBe('a'.repeat(199))
})

test('an address is freed of what cannot be seen; what is no address is absent', () => {
  const emailOf = (text: string) => joinOf(joined(`,"email":"${text}"`)).person?.email
  expect(emailOf(' Ana\\u0000@\\u200bContoso.Example\\u202c\\n')).toBe('ana@contoso.example')
  for (const none of [
    'n/a',
    'ana@localhost',
    'ana@contoso..example',
    'a@b.example, c@d.example',
    'a*@b.example',
    'x'.repeat(300),
  ])
    expect(emailOf(none)).toBeUndefined()
})

test('a text of nothing but NUL and blanks is absent', () => {
  const { data, person } = joinOf(joined(',"user_name":"\\u0000 \\u0000","email":"\\u0000","registrant_id":" "'))
  expect(data).toEqual({ uuid: 'abc==' })
  expect(person).toBeUndefined()
})

test('bytes that are no UTF-8 become replacement characters', () => {
  const [head, tail] = joined(',"user_name":"A|B"')
    .split('|')
    .map((part) => new TextEncoder().encode(part))
  const reading = readWebhook(new Uint8Array([...head!, 0xff, 0xc3, 0x28, ...tail!]))
  expect(reading.outcome === 'read' && reading.statements[0]!.data).toEqual({ uuid: 'abc==', name: 'A\ufffd\ufffd(B' })
})

test('a byte order mark is no reason to refuse', () => {
  expect(readWebhook(new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(joined())])).outcome).toBe('read')
})

test('of duplicate keys the last one counts', () => {
  expect(joinOf(joined(',"email":"first@a.example","email":"last@a.example"')).person?.email).toBe('last@a.example')
})

test.each([
  ['id', ',"id":1e400', 'payload.object.id is neither a text nor a number'],
  ['id', ',"id":81234567890.5', 'payload.object.id is not a whole number'],
  ['id', ',"id":123456789012345678901234567890', 'payload.object.id is not a whole number'],
  ['id', `,"id":"${'1'.repeat(300)}"`, 'payload.object.id is longer than 255 characters'],
  ['topic', ',"topic":{"en":"Backup"}', 'payload.object.topic is neither a text nor a number'],
  ['duration', ',"duration":-5', 'payload.object.duration is no number of minutes'],
  ['duration', ',"duration":1e300', 'payload.object.duration is no number of minutes'],
  ['start_time', ',"start_time":"soon"', 'payload.object.start_time is no moment of the years 2000 to 2099'],
  [
    'start_time',
    ',"start_time":"+275760-09-13T00:00:00Z"',
    'payload.object.start_time is no moment of the years 2000 to 2099',
  ],
])('a %s that cannot be one is unreadable: %s', (_, member, reason) => {
  expect(reasonOf(joined('', member))).toBe(`webinar.participant_joined: ${reason}`)
})

test.each(['1e400', '1775041200', '-1', '1775041200000000', 'true', '{}'])(
  'an event_ts of %s is unreadable',
  (moment) => {
    expect(reasonOf(joined('', '', `,"event_ts":${moment}`))).toMatch(/^webinar\.participant_joined: event_ts is n/)
  },
)

test('a reason never repeats what the body said', () => {
  expect(reasonOf('{"event":"webinar.started" "secret@mail.example"')).not.toContain('secret')
  expect(reasonOf(joined(',"join_time":"secret@mail.example"'))).not.toContain('secret')
})

test('any JSON value has an outcome', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), (value) => isOutcome(read(JSON.stringify(value)))),
    { numRuns: 2000 },
  )
})

test('any bytes have an outcome', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (raw) => isOutcome(readWebhook(raw))),
    { numRuns: 2000 },
  )
})

test('any known event with any member replaced by any value has an outcome, and its statements are fit to store', () => {
  const strange = fc.oneof(
    fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }),
    fc.constantFrom(
      '',
      null,
      0,
      -1,
      1.5,
      1e300,
      true,
      [],
      {},
      '\ud800',
      '\0',
      '2026-13-45T99:99:99Z',
      '0',
      'a@b',
      'x'.repeat(3000),
    ),
  )
  const spoilt = fc.constantFrom(...bodies).chain((body) => {
    const paths = pathsOf(body)
    const changes = fc.array(fc.tuple(fc.constantFrom(...paths), fc.option(strange, { nil: undefined })), {
      minLength: 1,
      maxLength: 3,
    })
    return changes.map((list) => list.reduce((changed, [path, value]) => withMember(changed, path, value), body))
  })
  fc.assert(
    fc.property(spoilt, (body) => isOutcome(read(JSON.stringify(body)))),
    { numRuns: 5000 },
  )
})

const outcomes = ['read', 'ignored', 'challenge', 'unreadable']

/** One of the four, and statements whose texts are whole, whose times are moments and whose ids name the platform. */
function isOutcome(reading: WebhookReading): void {
  expect(outcomes).toContain(reading.outcome)
  if (reading.outcome !== 'read') return
  expect(readers.has(reading.event)).toBe(true)
  for (const { id, time, webinar } of reading.statements) {
    expect(id).toMatch(/^zoom\/[a-z_]+\//)
    expect(time === 0 || (Number.isSafeInteger(time) && time >= 946_684_800_000 && time < 4_102_444_800_000)).toBe(true)
    if (webinar) expect(webinar.platformId).not.toBe('')
  }
  const stored = JSON.stringify(reading.statements)
  expect(JSON.parse(stored)).toStrictEqual(reading.statements)
  expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/i)
}

type Path = (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const below = Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))
  return path.length > 0 ? [path, ...below] : below
}

/** A copy in which one member is another value, or is gone. */
function withMember(value: unknown, [key, ...rest]: Path, replacement: unknown): object {
  const copy = Object.assign(Array.isArray(value) ? [] : {}, value) as Record<string | number, unknown>
  copy[key!] = rest.length > 0 ? withMember(copy[key!], rest, replacement) : replacement
  return copy
}
