import fc from 'fast-check'
import type { Statement } from '../../src/domain/statement.ts'
import { DAY, MINUTE, START } from './histories.ts'

const minutes = fc.integer({ min: -30, max: 60 * 24 * 20 })
const time = fc.oneof(fc.integer({ min: -20, max: 80 }), minutes).map((after) => START + after * MINUTE)
const registrant = fc.constantFrom('r1', 'r2', 'r3')
const email = fc.constantFrom('a@firm.example', 'B@Firm.Example', 'c@free.example')
const instance = fc.constantFrom('u1', 'u2')
const connection = fc.tuple(instance, fc.constantFrom('c1', 'c2', 'c3')).map((parts) => parts.join('/'))
const zoom = { platform: 'zoom', platformId: '81' }

/** Whom a statement names: keys of all kinds, or none. */
const person = fc
  .record({ registrantId: registrant, email, userId: fc.constantFrom('z1', 'z2') }, { requiredKeys: [] })
  .map((keys) => ({ platform: 'zoom', ...keys }))

const registration = fc
  .record({
    type: fc.constantFrom('person.registered', 'person.registered', 'person.registration_cancelled'),
    time,
    registrantId: registrant,
    email,
    slot: fc.constantFrom('', undefined),
  })
  .map(({ type, time, registrantId, email, slot }) => ({
    id: `${type}/${registrantId}/${email}/${time}`,
    type,
    time,
    webinar: { ...zoom, slot },
    person: { platform: 'zoom', registrantId, email },
    profile: { email },
    data: type === 'person.registered' ? { status: 'approved' } : {},
  }))

const presence = fc
  .record({ type: fc.constantFrom('webinar.joined', 'webinar.left'), time, connection, person })
  .map(({ type, time, connection, person }) => ({
    id: `${type}/${connection}/${time}`,
    type,
    time,
    connection,
    webinar: { ...zoom, instance: connection.split('/')[0]! },
    person,
    data: {},
  }))

/** Sources say it of both. */
const bound = fc.tuple(connection, connection).map(([one, two]) =>
  [[one, two] as const, [two, one] as const].map(([own, other]) => ({
    id: `bound/${own}/${other}`,
    type: 'webinar.bound',
    time: START,
    connection: own,
    webinar: { ...zoom, instance: own.split('/')[0]! },
    data: { connection: other },
  })),
)

const room = fc
  .record({
    type: fc.constantFrom('webinar.started', 'webinar.ended'),
    instance,
    time: fc.integer({ min: -20, max: 90 }),
  })
  .map(({ type, instance, time }) => ({
    id: `${type}/${instance}/${time}`,
    type,
    time: START + time * MINUTE,
    webinar: { ...zoom, instance },
    data: {},
  }))

const schedule = fc
  .record({
    time: fc.integer({ min: -9, max: -1 }),
    startsAt: fc.integer({ min: 0, max: 3 }),
    kind: fc.constantFrom('demo', undefined),
  })
  .map(({ time, startsAt, kind }) => ({
    id: `scheduled/${time}/${startsAt}`,
    type: 'webinar.scheduled',
    time: START + time * DAY,
    webinar: { ...zoom, slot: '' },
    data: { startsAt: START + startsAt * 30 * MINUTE, durationMinutes: 60, kind },
  }))

/** Two contents may come under one id: the time and the text differ, the id does not. */
const act = fc
  .record({
    type: fc.constantFrom('question.asked', 'meeting.booked', 'email.opened', 'visit.ended'),
    id: fc.integer({ min: 0, max: 5 }),
    time,
    person: fc.record({ email }),
    named: fc.boolean(),
    seconds: fc.constantFrom(10, 200),
  })
  .map(({ type, id, time, person, named, seconds }) => ({
    id: `act/${type}/${id}`,
    type,
    time,
    person,
    profile: { email: person.email },
    ...(named ? { webinar: { ...zoom } } : {}),
    data: {
      'question.asked': { text: 'How much is it, and when can we start?' },
      'meeting.booked': {},
      'email.opened': { messageId: `m${id}` },
      'visit.ended': { seconds, pages: ['/pricing'] },
    }[type],
  }))

const one = (weight: number, statement: fc.Arbitrary<unknown>) => ({
  weight,
  arbitrary: statement.map((said) => [said].flat()) as fc.Arbitrary<Statement[]>,
})

/** What sources may say of a few people in one series of webinars, identities and rooms mixed up in every way. */
export const randomStatements: fc.Arbitrary<Statement[]> = fc
  .array(fc.oneof(one(4, registration), one(6, presence), one(1, bound), one(2, room), one(1, schedule), one(4, act)), {
    minLength: 1,
    maxLength: 14,
  })
  .map((said) => said.flat())

/** A webinar that is scheduled and ran in two rooms: what others say of it changes nothing about when it was. */
export const knownWebinar: Statement[] = [
  {
    id: 'known',
    type: 'webinar.scheduled',
    time: START - 30 * DAY,
    webinar: { ...zoom, slot: '' },
    data: { startsAt: START, durationMinutes: 60 },
  },
  ...['u1', 'u2'].map(
    (instance, index): Statement => ({
      id: `known/${instance}`,
      type: 'webinar.started',
      time: START + index * 30 * MINUTE,
      webinar: { ...zoom, instance },
      data: {},
    }),
  ),
]
