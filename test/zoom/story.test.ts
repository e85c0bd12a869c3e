import { describe, expect, test } from 'vitest'
import { tieOf } from '../../src/domain/identity.ts'
import type { Statement } from '../../src/domain/statement.ts'
import { readZoomFile } from '../../src/sources/zoom/files.ts'
import { readWebhook } from '../../src/sources/zoom/payload.ts'
import { deliveriesOf } from './deliveries.ts'
import { heldAt } from './opened.ts'
import { attendeeReport, registrationReport } from './report-files.ts'
import { plainAddress } from './story.ts'
import { tellWebinar } from './tell.ts'

const webinar = tellWebinar({ startsAt: heldAt, people: 120 })
const room = webinar.instances[0]!

function told(): Statement[] {
  return deliveriesOf(webinar).flatMap(({ body }) => {
    const reading = readWebhook(new TextEncoder().encode(body))
    if (reading.outcome !== 'read') throw new Error(`${body}: ${JSON.stringify(reading)}`)
    return reading.statements
  })
}

describe('the story of a webinar', () => {
  test('has everything in it that makes Zoom hard to read', () => {
    const { registrants, panelists, sources } = webinar
    const { stays, polls, questions } = room
    const many = (items: readonly unknown[]) => expect(items.length).toBeGreaterThan(0)
    for (const status of ['approved', 'pending', 'denied', 'cancelled'])
      many(registrants.filter((each) => each.status === status))
    many(registrants.filter(({ email }) => email !== plainAddress(email)))
    many(registrants.filter(({ firstName }) => /[א-ת]/.test(firstName)))
    many(registrants.filter(({ source }) => source === sources[0]!.id))
    const names = stays.filter(({ registrant }) => registrant).map(({ name }) => name.trim())
    expect(new Set(names).size).toBeLessThan(new Set(stays.map(({ registrant }) => registrant)).size)
    many(stays.filter(({ keyless }) => keyless))
    many(stays.filter(({ phone, boundTo }) => phone && !boundTo))
    many(stays.filter(({ boundTo }) => boundTo))
    many(stays.filter(({ promotedAt }) => promotedAt))
    many(stays.filter(({ waiting }) => waiting))
    expect(stays.filter(({ role }) => role !== 'attendee').length).toBeGreaterThan(panelists.length)
    many(
      stays.filter((one) =>
        stays.some(
          (other) =>
            other !== one &&
            other.registrant &&
            other.registrant === one.registrant &&
            other.from < one.to &&
            one.from < other.to,
        ),
      ),
    )
    many(polls.filter(({ anonymous, question }) => anonymous && question.includes('\n')))
    many(questions.filter(({ anonymous }) => anonymous))
    expect(stays.every(({ from, to }) => from < to && to <= room.to)).toBe(true)
    expect(new Set(stays.map(({ session }) => session)).size).toBe(stays.length)
  })

  test('is told by webhooks that are read whole', () => {
    const statements = told()
    const ofType = (type: string) => statements.filter((statement) => statement.type === type)
    const present = room.stays.filter(({ waiting }) => !waiting)
    expect(
      ofType('webinar.joined')
        .map(({ connection }) => connection)
        .sort(),
    ).toEqual(present.map(({ session }) => `${room.uuid}/${session}`).sort())
    expect(ofType('webinar.left').length).toBe(present.length)
    expect(ofType('person.registered').length).toBe(120)
    expect(ofType('person.registered').every((statement) => tieOf(statement))).toBe(true)
    expect(ofType('webinar.joined').filter(({ person }) => !person).length).toBeGreaterThan(4)
    expect(ofType('webinar.recorded').length).toBe(1)
  })

  test('is told by report files that are read without a word of doubt', () => {
    const [attendees, registrations] = [attendeeReport(webinar, room), registrationReport(webinar)].map(
      ({ file, bytes }) => readZoomFile(bytes, { file, timezone: 'Asia/Jerusalem' }),
    )
    expect(attendees).toMatchObject({ kind: 'zoom-attendees', skipped: [], warnings: [] })
    expect(registrations).toMatchObject({ kind: 'zoom-registrations', skipped: [], warnings: [], rows: 120 })
    const stays = attendees!.statements.filter(({ type }) => type === 'webinar.attended')
    expect(stays.length).toBe(room.stays.filter(({ waiting }) => !waiting).length)
  })

  test('is the same for the same seed', () => {
    expect(tellWebinar({ startsAt: heldAt, people: 120 })).toEqual(webinar)
    expect(tellWebinar({ startsAt: heldAt, people: 120, seed: 2 })).not.toEqual(webinar)
  })
})
