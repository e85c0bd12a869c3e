import { expect, test } from 'vitest'
import type { Profile } from '../../src/domain/profile.ts'
import type { Statement } from '../../src/domain/statement.ts'
import { callerHeader } from '../../src/http/caller.ts'
import { createWorkspaceApp } from '../../src/http/workspace/app.ts'
import { keyId } from '../../src/store/fact-id.ts'
import { exportInSteps } from '../../src/workspace/export/people.ts'
import { atOnce } from '../../src/workspace/in-steps.ts'
import { momentOf } from '../../src/workspace/moment.ts'
import { personId } from '../../src/workspace/person-id.ts'
import { mergePeople } from '../../src/workspace/repair/merge-people.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, minute, registered, scheduled, start, started, take, zoom } from './told.ts'

const needs = { contacts: true, withEmail: true }

function told(id: string, type: string, at: number, email: string, rest: object = {}): Statement {
  return { id, type, time: at, person: { email }, data: {}, ...rest } as Statement
}

function answered(id: string, at: number, email: string, profile: Profile): Statement {
  return told(id, 'profile.updated', at, email, { profile })
}

/** Ann and Ben registered; Ann came, as did somebody on the telephone who gave no address. */
function given(): { ws: Workspace; clock: { now: number }; id: string } {
  const { ws, clock } = makeWorkspace(start + day)
  const phone = { platform: 'zoom', phone: '+972501234567' }
  take(
    ws,
    ...[scheduled(), started(), ended()],
    registered('R1', 'ann@plum.example', { firstName: 'Ann', lastName: 'Amber', phone: '+972 50 123 4567' }),
    registered('R2', 'ben@fig.example', { firstName: 'Ben', country: 'Chile' }),
    ...[joined('1', 0, zoom('R1')), left('1', 60), joined('2', 0, phone), left('2', 30)],
  )
  return { ws, clock, id: webinars(drained(ws)).items[0]!.id }
}

/** Many who registered. */
function crowd(people: number): { ws: Workspace; id: string } {
  const { ws } = makeWorkspace(start + day)
  const all = Array.from({ length: people }, (_, at) => registered(`R${at}`, `person${at}@kiwi.example`))
  take(ws, scheduled(), started(), ...all, ended())
  return { ws, id: webinars(drained(ws)).items[0]!.id }
}

test('a row says what somebody last said of themselves, as of the moment of the file', () => {
  const { ws, id } = given()
  take(ws, answered('later', start + 2 * 60 * minute, 'ben@fig.example', { lastName: 'Bell', country: 'Peru' }))
  drained(ws)
  const contacts = (query: object) =>
    [...atOnce(exportInSteps(ws, id, query, needs)).rows].map(({ person, contact }) => [person.email, contact])
  const ann = { firstName: 'Ann', lastName: 'Amber', phone: '+972 50 123 4567', country: null }
  const ben = { firstName: 'Ben', lastName: null, phone: null, country: 'Chile' }
  expect(contacts({ asOf: momentOf(start + 61 * minute) })).toEqual([
    ['ann@plum.example', ann],
    ['ben@fig.example', ben],
  ])
  expect(contacts({})).toEqual([
    ['ann@plum.example', ann],
    ['ben@fig.example', { ...ben, lastName: 'Bell', country: 'Peru' }],
  ])
})

test('who has no address is counted and left out of a file that finds people by it', () => {
  const { ws, id } = given()
  const withAll = atOnce(exportInSteps(ws, id, {}, { ...needs, withEmail: false }))
  const without = [...withAll.rows].filter(({ person }) => person.email === null).length
  expect(without).toBe(1)
  const found = atOnce(exportInSteps(ws, id, {}, needs))
  expect([...found.rows]).toHaveLength(2)
  expect(found.leftOut).toEqual({ wantNoMail: 0, withoutEmail: without })
})

test('who left under one address wants no mail under the other after both are merged, also in a file of before', () => {
  const { ws, clock, id } = given()
  const before = clock.now
  clock.now += day
  take(ws, told('left', 'email.unsubscribed', start + 30 * minute, 'ann@home.example', { data: { messageId: 'm' } }))
  drained(ws)
  const emails = (query: object) =>
    [...atOnce(exportInSteps(ws, id, query, needs)).rows].map(({ person }) => person.email)
  expect(emails({})).toEqual(['ann@plum.example', 'ben@fig.example'])
  const idOf = (email: string) => personId(keyId(`e:${email}`))
  mergePeople(ws, idOf('ann@home.example'), idOf('ann@plum.example'), 'Dana Levi')
  drained(ws)
  clock.now += day
  expect(emails({})).toEqual(['ben@fig.example'])
  expect(emails({ knownAt: momentOf(before) })).toEqual(['ben@fig.example'])
})

test('who leaves while a file is read, or turns out to have left, is not in what is read from then on', () => {
  const { ws, id } = crowd(603)
  const left = (email: string) =>
    told(`left/${email}`, 'email.unsubscribed', start + 30 * minute, email, { data: { messageId: 'm' } })
  take(ws, left('person1@home.example'))
  drained(ws)
  const found = atOnce(exportInSteps(ws, id, {}, needs))
  const emails: (string | null)[] = []
  for (const { person } of found.rows) {
    emails.push(person.email)
    if (emails.length !== 1) continue
    const last = 'person99@kiwi.example'
    const lastButOne = 'person98@kiwi.example'
    take(ws, left(last))
    mergePeople(ws, personId(keyId('e:person1@home.example')), personId(keyId(`e:${lastButOne}`)), 'Dana Levi')
  }
  expect(emails).toHaveLength(601)
  expect(emails.slice(-3)).toEqual(['person96@kiwi.example', 'person97@kiwi.example', 'person9@kiwi.example'])
  expect(found.leftOut).toEqual({ wantNoMail: 2, withoutEmail: 0 })
})

test('what rows need beside the ranking is read by a few queries for a handful of people', () => {
  const { ws, id } = crowd(1_203)
  let queries = 0
  const prepare = ws.db.prepare.bind(ws.db)
  ws.db.prepare = (sql: string) => {
    queries++
    return prepare(sql)
  }
  expect([...atOnce(exportInSteps(ws, id, {}, needs)).rows]).toHaveLength(1_203)
  expect(queries).toBeLessThan(60)
})

test('whoever stops reading, even before the first row, lets the ranking go', async () => {
  const { ws, id } = crowd(603)
  const unread = atOnce(exportInSteps(ws, id, {}, needs))
  expect([ws.readers.size, ws.touched.size]).toEqual([1, 1])
  unread.rows.return?.()
  expect([ws.readers.size, ws.touched.size]).toEqual([0, 0])
  for (const _row of atOnce(exportInSteps(ws, id, {}, needs)).rows) break
  expect([ws.readers.size, ws.touched.size]).toEqual([0, 0])
  const app = createWorkspaceApp(ws, (error) => {
    throw error
  })
  for (const path of ['ranking.csv', 'ranking.xlsx', 'ranking/export'])
    for (const method of ['HEAD', 'GET']) {
      const request = new Request(`http://ripen.example/api/v1/webinars/${id}/${path}`, {
        ...{ method, headers: { [callerHeader]: 'local' } },
      })
      const answer = await app.fetch(request)
      if (method === 'GET') await answer.body!.cancel()
      expect([path, method, answer.status]).toEqual([path, method, 200])
      expect([ws.readers.size, ws.touched.size]).toEqual([0, 0])
    }
})
