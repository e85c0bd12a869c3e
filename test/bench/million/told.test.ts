import { expect, test } from 'vitest'
import { readWebhook } from '../../../src/sources/zoom/payload.ts'
import { liveSecondsOf, visitOf } from './crowd.ts'
import { personOf } from './template.ts'
import { told } from './told.ts'

const people = 2_000
const start = Date.parse('2026-11-02T15:00:00Z')
const parts = told(people, start).map(({ name, count, bodyOf }) => ({
  name,
  said: Array.from({ length: count }, (_, delivery) => {
    const body = bodyOf(delivery)
    const reading = readWebhook(Buffer.from(body))
    if (reading.outcome !== 'read') throw new Error(`${reading.outcome}: ${body}`)
    return { body, event: reading.event, statement: reading.statements.find(({ person }) => person) }
  }),
}))
const [registrations, room, exit] = parts.map(({ said }) => said)

test('every delivery about the million is one that Zoom would send, and no two are the same', () => {
  const bodies = parts.flatMap(({ said }) => said.map(({ body }) => body))
  expect(new Set(bodies).size).toBe(people + people * 2.6 + 3)
  for (const event of ['participant_joined', 'participant_left'])
    expect([...room!, ...exit!].filter((each) => each.event === `webinar.${event}`)).toHaveLength(people * 1.3)
  expect(registrations!.map(({ event }) => event).toSpliced(0, 1)).toEqual(
    Array.from({ length: people }, () => 'webinar.registration_created'),
  )
})

test('four in five leave in the minute after the end, and what comes before it comes in the order of time', () => {
  const times = (said: typeof room) => said!.slice(1).map(({ statement }) => statement!.time - start)
  expect(exit).toHaveLength(people * 0.8 + 1)
  expect(exit!.slice(1).every(({ event }) => event === 'webinar.participant_left')).toBe(true)
  expect(times(exit).every((time) => time >= 3_600_000 && time < 3_660_000)).toBe(true)
  for (const part of [room, exit]) expect(times(part)).toEqual(times(part).toSorted((a, b) => a - b))
})

test('what is expected of a person’s live time is what the deliveries say of it', () => {
  const stays = new Map<number, Map<string, number[]>>()
  for (const { statement } of [...room!.slice(1), ...exit!.slice(1)]) {
    const { person, connection, time } = statement!
    const number = Number(person!.registrantId!.slice(-8))
    const own = stays.get(number) ?? new Map<string, number[]>()
    stays.set(number, own.set(connection!, [...(own.get(connection!) ?? []), (time - start) / 1000]))
  }
  const live = ([from, to]: number[]) => Math.max(0, Math.min(to!, 3_600) - Math.max(from!, 0))
  for (let person = 0; person < people; person++) {
    const seconds = [...stays.get(person)!.values()].reduce((sum, stay) => sum + live(stay), 0)
    expect([person, seconds]).toEqual([person, liveSecondsOf(person)])
  }
})

test('six in ten join within ten minutes around the start, three in ten come back once', () => {
  const visits = Array.from({ length: people }, (_, person) => visitOf(person))
  const early = visits.filter(({ join }) => join >= -420 && join < 180).length
  expect(early / people).toBeCloseTo(0.6, 1)
  expect(visits.filter(({ back }) => back !== null)).toHaveLength(people * 0.3)
  expect(personOf('person812@firm5.example')).toBe(812)
})
