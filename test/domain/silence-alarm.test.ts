import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beat, noPulse, type Pulse } from '../../src/domain/pulse.ts'
import { alarmsOf, type Expected, type Heard, longestSilence, nextLook } from '../../src/domain/silence-alarm.ts'

const minute = 60_000
const hour = 60 * minute
const from = Date.parse('2026-05-12T14:00:00Z')
const to = from + hour
const at = (minutes: number) => from + minutes * minute

interface Case {
  /** Minutes after the scheduled start. */
  now: number
  last?: number | null
  validated?: number | null
  refused?: number | null
  pulse?: Partial<Pulse>
  room?: number | null
  known?: number
  people?: number
  registered?: number
  /** When the room ran; none: nothing was heard of it. */
  ran?: [number, number | null]
  scheduled?: Expected['webinar']['scheduled']
  none?: true
}

/** An hour from 14:00 on, opened ten minutes before; the source spoke of the room when it spoke last. */
function kinds(given: Case) {
  return alarms(given).map(({ kind }) => kind)
}

function alarms(given: Case) {
  return alarmsOf(...situation(given))
}

function situation(given: Case): [heard: Heard, expected: Expected[], now: number] {
  const { now, last = now, validated = -60, refused = null, pulse = {}, people = 50, registered = 0 } = given
  const scheduled = given.scheduled === undefined ? { from, to } : given.scheduled
  const room = given.room === undefined ? last : given.room
  const ran = given.ran ?? (room === null ? null : [-10, null])
  const ofMinute = (minutes: number | null) => (minutes === null ? null : at(minutes))
  const end = ran?.[1] ?? null
  const provisional = end === null && scheduled?.to != null
  const running = ran
    ? [{ from: at(ran[0]), to: ofMinute(end) ?? scheduled?.to ?? Number.POSITIVE_INFINITY }]
    : scheduled
      ? [{ from: scheduled.from, to: scheduled.to ?? Number.POSITIVE_INFINITY }]
      : []
  const webinar: Expected['webinar'] = {
    ...{ id: 'w', scheduled, running, provisional, instances: ran ? ['room'] : [] },
    endsAt: running[0] && Number.isFinite(running[0].to) ? running[0].to : null,
  }
  const heard: Heard = {
    ...{ ...noPulse(), ...pulse, lastAt: ofMinute(last) },
    ...{ validatedAt: ofMinute(validated), refusedAt: ofMinute(refused) },
  }
  const knownSince = at(given.known ?? -20_000)
  const expected = { webinar, knownSince, roomAt: ofMinute(room), inRoom: () => people, registered: () => registered }
  return [heard, given.none ? [] : [expected], at(now)]
}

const day = 24 * 60

test.each<[string, Case, string[]]>([
  ['before it begins nothing need come', { now: -1, last: -500, room: null }, []],
  ['a few minutes late is no alarm', { now: 4.9, last: -500, room: null }, []],
  ['five minutes after the start nothing of its room came', { now: 5, last: -500, room: null }, ['never_started']],
  ['it was made when it should have begun', { now: 12, last: 8, room: null, known: 8 }, []],
  ['and five minutes later', { now: 13, last: 8, room: null, known: 8 }, ['never_started']],
  ['a source that was only validated', { now: 5, last: null, room: null, validated: -3000 }, ['never_started']],
  ['a source that never was heard', { now: 5, last: null, validated: null, room: null }, []],
  ['what came of the room the week before does not count', { now: 5, last: -500, room: -7 * day }, ['never_started']],
  ['the room was opened ten minutes before, and nobody is late yet', { now: 5, last: -10 }, []],
  ['the room was opened long before', { now: 6, last: -40, ran: [-40, null], people: 0 }, []],
  ['a practice an hour before is over', { now: 6, last: -50, room: -50, ran: [0, null] }, ['never_started']],
  ['nobody opened it at all, and it would be over', { now: 60, last: -500, room: null }, []],
  [
    'of a short one too, for an hour',
    { now: 50, last: -500, room: null, scheduled: { from, to: at(20) } },
    ['never_started'],
  ],
  [
    'one without a length is awaited for an hour',
    { now: 61, last: -500, room: null, scheduled: { from, to: null } },
    [],
  ],
  ['without any schedule there is no start to miss', { now: 30, last: -500, room: null, scheduled: null }, []],

  ['nine minutes of silence with a thousand people', { now: 30, last: 21, people: 1_000 }, []],
  ['ten minutes of silence with a thousand people', { now: 30, last: 20, people: 1_000 }, ['silent']],
  ['ten minutes of silence with 100 people', { now: 30, last: 20, people: 100 }, []],
  ['fourteen minutes of silence with 100 people', { now: 30, last: 16, people: 100 }, ['silent']],
  ['a quiet hour with eight people', { now: 59, last: 2, people: 8 }, []],
  ['a room that always was quiet', { now: 40, last: 20, people: 300, pulse: { usualGap: 4 * minute } }, []],
  ['an empty room where few had registered', { now: 20, last: -10, people: 0, registered: 5 }, []],
  ['an empty room where many had registered', { now: 20, last: -10, people: 0, registered: 60 }, ['silent']],
  ['an empty room just after the start', { now: 9, last: -10, people: 0, registered: 60 }, []],
  ['one without a schedule', { now: 30, last: 5, people: 100, scheduled: null }, ['silent']],

  ['the end was heard', { now: 100, last: 61, ran: [-10, 61] }, []],
  ['it lasts a little longer', { now: 80, last: 55, people: 500 }, []],
  ['half an hour after the scheduled end', { now: 90, last: 55, people: 4 }, ['no_end']],
  ['it lasts longer, and people come and go', { now: 100, last: 75, people: 300 }, []],
  ['the end was never heard, and that was long ago', { now: 60 + 6 * 60, last: 55 }, []],

  ['refused a moment ago', { now: -3000, refused: -3000 + 0.05, last: -3001, none: true }, []],
  ['refused since the last good one', { now: 0, refused: -1, last: -2, none: true }, ['refused']],
  ['a good one came after it', { now: -3000, refused: -3002, last: -3001, none: true }, []],
  ['validated after it', { now: -3000, refused: -3002, last: -4000, validated: -3001, none: true }, []],
  ['refused yesterday, and nothing since', { now: 0, refused: -day - 1, last: -3000, none: true }, []],
  ['a new source whose secret never fitted', { now: 0, refused: -1, last: null, validated: null, none: true }, []],
  [
    'refused while the webinar should begin',
    { now: 6, refused: 1, last: -500, room: null },
    ['refused', 'never_started'],
  ],

  [
    'quiet for three days, a webinar is tomorrow',
    { now: -day, last: -4 * day, validated: -4 * day - 700, room: null },
    [],
  ],
  [
    'quiet for four days, a webinar is tomorrow',
    { now: -day, last: -5 * day, validated: -5 * day, room: null },
    ['disabled'],
  ],
  [
    'quiet for four days, a webinar is next week',
    { now: -2 * day, last: -6 * day, validated: -6 * day, room: null },
    [],
  ],
  ['Zoom has asked for the address meanwhile', { now: -day, last: -9 * day, validated: -2 * day, room: null }, []],
  ['quiet for a month, without a webinar', { now: 0, last: -30 * day, validated: -30 * day, none: true }, []],

  ['four old ones on end', { now: 30, pulse: { lateRun: 4, lateSince: at(25), delay: 20 * minute } }, []],
  ['five old ones on end', { now: 30, pulse: { lateRun: 5, lateSince: at(25), delay: 20 * minute } }, ['late']],
  [
    'old ones, and the webinar is over',
    { now: 70, last: 70, ran: [-10, 61], pulse: { lateRun: 50, lateSince: at(25), delay: 20 * minute } },
    [],
  ],
  [
    'old ones a while ago',
    { now: 30, last: 10, people: 3, pulse: { lateRun: 50, lateSince: at(5), delay: 20 * minute } },
    [],
  ],
])('%s', (_, given, expected) => {
  expect(kinds(given)).toEqual(expected)
})

test('an alarm tells since when it is so, and what one must know to act', () => {
  expect(alarms({ now: 7, last: 3, room: null })).toEqual([
    { kind: 'never_started', webinar: 'w', since: from, speaks: true },
  ])
  expect(alarms({ now: 7, last: -3, room: null })).toMatchObject([{ speaks: false }])
  expect(alarms({ now: 45, last: 20, people: 200 })).toEqual([
    { kind: 'silent', webinar: 'w', since: at(20), people: 200 },
  ])
  const late = { lateRun: 9, lateSince: at(25), delay: 11 * minute }
  expect(alarms({ now: 30, pulse: late })).toEqual([{ kind: 'late', webinar: 'w', since: at(25), delay: 11 * minute }])
})

test('the fewer people are in the room and the rarer they do anything, the longer nothing may come', () => {
  expect([10, 50, 140, 5_000].map((people) => Math.round(longestSilence(people, null) / minute))).toEqual([
    140, 28, 10, 10,
  ])
  expect(longestSilence(5_000, 90_000)).toBe(15 * minute)
})

const maybe = fc.option(fc.integer({ min: -9 * day, max: 9 * 60 }), { nil: null })
const anyCase: fc.Arbitrary<Case> = fc.record({
  now: fc.integer({ min: -2 * day, max: 10 * 60 }),
  ...{ last: maybe, validated: maybe, refused: maybe, room: maybe },
  people: fc.integer({ min: 0, max: 5_000 }),
  registered: fc.integer({ min: 0, max: 5_000 }),
  scheduled: fc.constantFrom({ from, to }, { from, to: null }, null),
})

test('an alarm is over as soon as the source speaks of the room, in time', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const spoken = { ...given, last: given.now, room: given.now, ran: [-10, null] as [number, null] }
      const late = given.scheduled !== null && given.now < -15
      if (!late) expect(kinds({ ...spoken, refused: null })).toEqual([])
    }),
  )
})

test('without a webinar there is no alarm but for a signature, and none of what was never heard', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      expect(kinds({ ...given, none: true }).filter((kind) => kind !== 'refused')).toEqual([])
      expect(kinds({ ...given, last: null, validated: null })).toEqual([])
    }),
  )
})

test('whenever an alarm would begin or end by itself, it is looked at no later than a minute after', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 1, max: 3 * day }), (given, later) => {
      const then = { ...given, now: given.now + later }
      if (kinds(given).join() === kinds(then).join()) return
      const next = nextLook(...situation(given)) ?? Number.POSITIVE_INFINITY
      expect(next).toBeLessThanOrEqual(at(then.now) + minute)
    }),
  )
})

/** Numbers from 0 to 1 that are the same in every run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** The moments at which somebody comes, goes or writes in a webinar as they usually are, in minutes from the start. */
function ordinary(people: number, throwDice: () => number): number[] {
  const wait = (perMinute: number) => -Math.log(1 - throwDice()) / perMinute
  const moments = [-10]
  for (let i = 0; i < people; i++) {
    const comes = throwDice() < 0.8 ? throwDice() * 8 - 3 : throwDice() * 40
    moments.push(comes)
    // Nobody leaves for good, which would only bring more: a minute in 120 brings something of each.
    for (let t = comes + wait(1 / 120); t < 58; t += wait(1 / 120)) moments.push(t)
    moments.push(58 + throwDice() * 6)
  }
  return [...moments, 63].sort((a, b) => a - b)
}

test('ordinary webinars of any size raise no alarm at any minute, and silence that begins in any is noticed', () => {
  const throwDice = dice(20_260_512)
  let noticed = 0
  for (let run = 0; run < 300; run++) {
    const people = 1 + Math.floor(1_000 * throwDice() ** 3)
    const moments = ordinary(people, throwDice)
    const breaks = 5 + throwDice() * 50
    const hear = (until: number) => {
      const pulse = noPulse()
      for (const each of moments) if (each <= until) beat(pulse, at(each), 700)
      return pulse
    }
    for (let now = -15; now <= 120; now++) {
      const pulse = hear(now)
      const last = pulse.lastAt === null ? -500 : (pulse.lastAt - from) / minute
      const ran: Case['ran'] = now < -10 ? undefined : [-10, now < 63 ? null : 63]
      const room = now < -10 ? null : last
      expect([
        people,
        now,
        kinds({ now, last, room, pulse, people, registered: 3 * people, ...(ran && { ran }) }),
      ]).toEqual([...[people, now, []]])
    }
    const pulse = hear(breaks)
    const last = (pulse.lastAt! - from) / minute
    const silence = Array.from({ length: 200 }, (_, minutes) => breaks + minutes)
    const alarm = silence.find((now) => kinds({ now, last, pulse, people }).length > 0)
    expect(alarm).toBeLessThanOrEqual(Math.max(91, last + 31))
    if (alarm! < last + 31) noticed++
  }
  expect(noticed).toBeGreaterThan(150)
})
