import { expect, test } from 'vitest'
import { keyId, stayOf } from '../../src/store/fact-id.ts'
import { hexOf } from '../../src/store/hex.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import { funnel } from '../../src/workspace/funnel.ts'
import { personId } from '../../src/workspace/person-id.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { mergePeople, unmergePeople } from '../../src/workspace/repair/merge-people.ts'
import { mergesOf } from '../../src/workspace/repair/merges-of-person.ts'
import { tieStays, untieStay } from '../../src/workspace/repair/tie-stay.ts'
import { showPerson } from '../../src/workspace/show-person.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, explainPerson, makeWorkspace } from '../workspaces.ts'
import {
  bound,
  day,
  ended,
  joined,
  left,
  minute,
  registered,
  scheduled,
  start,
  started,
  take,
  visited,
  zoom,
} from './told.ts'

const dana = 'dana@kiwi.example'
const danas = 'dana.levi@gmail.example'
const ben = 'ben@fig.example'

/** Dana under two addresses, Ben, and somebody without a key by connection 9. */
function told() {
  const { ws, clock } = makeWorkspace(start + day)
  take(
    ws,
    scheduled(),
    started(),
    registered('R1', dana, { firstName: 'Dana', lastName: 'Levi' }),
    registered('R3', ben),
  )
  take(ws, joined('1', 0, zoom('R1')), left('1', 20, zoom('R1')), joined('9', 5), left('9', 50), ended())
  take(ws, visited('v', 90, { email: danas }))
  drained(ws)
  return { ws, clock, id: webinars(ws).items[0]!.id }
}

const idOf = (email: string) => personId(keyId(`e:${email}`))
const connection = hexOf(stayOf('roomA==/9'))

/** Who was in the room and for how many minutes. */
function room(ws: Workspace, id: string) {
  const { items } = ranking(drained(ws), id, { attended: 'yes' })
  return Object.fromEntries(items.map(({ person, attendance }) => [person.email, attendance.liveSeconds / 60]))
}

/** Every row that scoring writes. */
function scores(ws: Workspace) {
  drained(ws)
  return ['card', 'standing', 'place', 'listing', 'webinar_count'].map((table) => [
    table,
    ws.db
      .prepare(
        `SELECT * FROM ${table} ORDER BY ${table === 'webinar_count' ? 'webinar, registered, attended, no_show, took_part, stage' : 'person, model'}`,
      )
      .all()
      .filter((row) => row.people !== 0),
  ])
}

function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing was refused'
}

test('two people who are merged have all that either did, and the older address leads to the one id', () => {
  const { ws, clock } = told()
  const sum = explainPerson(ws, dana).timeline.length + explainPerson(ws, danas).timeline.length
  clock.now += minute
  const { merge, person } = mergePeople(ws, idOf(dana), idOf(danas), 'Noa')
  drained(ws)
  expect(
    findPeople(ws, {})
      .items.map(({ email }) => email)
      .sort(),
  ).toEqual([ben, dana])
  const shown = showPerson(ws, person)
  expect(shown).toMatchObject({ person: { email: dana, addresses: [dana, danas] }, timeline: { length: sum } })
  const other = [idOf(dana), idOf(danas)].find((id) => id !== person)!
  expect(showPerson(ws, other)).toEqual({ movedTo: person })
  expect(mergesOf(ws, other).items).toEqual([
    {
      merge,
      sides: [
        { person, name: 'Dana Levi', email: dana },
        { person, name: null, email: danas },
      ],
      mergedAt: '2026-05-13T14:01:00.000Z',
      mergedBy: 'Noa',
      undoneAt: null,
      undoneBy: null,
    },
  ])
})

test('after a merge is undone every card, standing, place and count is byte for byte what it was', () => {
  const { ws } = told()
  const before = scores(ws)
  const { merge, person } = mergePeople(ws, idOf(danas), idOf(dana), 'Noa')
  expect(scores(ws)).not.toEqual(before)
  expect(new Set(unmergePeople(ws, person, merge, 'Uri').people)).toEqual(new Set([idOf(dana), idOf(danas)]))
  expect(scores(ws)).toEqual(before)
  for (const email of [dana, danas])
    expect(mergesOf(ws, idOf(email)).items).toMatchObject([{ mergedBy: 'Noa', undoneBy: 'Uri' }])
})

test('what came between a merge and its undoing goes to whom it names, registrations included', () => {
  const [{ ws }, { ws: other }] = [told(), told()]
  const { merge } = mergePeople(ws, idOf(danas), idOf(dana), 'Noa')
  drained(ws)
  for (const each of [ws, other]) take(each, registered('R2', danas), visited('w', 95, { email: dana }))
  drained(ws)
  for (const each of [ws, other]) take(each, joined('2', 30, zoom('R2')), left('2', 40, zoom('R2')))
  unmergePeople(ws, idOf(dana), merge, 'Noa')
  expect(scores(ws)).toEqual(scores(other))
})

test('a merge of a merged person is undone on its own, in any order', () => {
  for (const order of [0, 1]) {
    const { ws } = told()
    const merges = [mergePeople(ws, idOf(danas), idOf(dana), 'Noa'), mergePeople(ws, idOf(danas), idOf(ben), 'Noa')]
    expect(findPeople(drained(ws), {}).items).toHaveLength(1)
    const left = merges[1 - order]!
    unmergePeople(ws, idOf(ben), merges[order]!.merge, 'Noa')
    const together = order === 0 ? [danas, ben] : [danas, dana]
    expect(new Set(together.map((email) => findPeople(drained(ws), { email }).items[0]!.id)).size).toBe(1)
    unmergePeople(ws, idOf(danas), left.merge, 'Noa')
    expect(findPeople(drained(ws), {}).items).toHaveLength(3)
  }
})

test('two who are one by a registration stay one when a merge of them is undone', () => {
  const { ws } = told()
  const { merge } = mergePeople(ws, idOf(danas), idOf(dana), 'Noa')
  take(ws, registered('R1', danas))
  const { people } = unmergePeople(ws, idOf(dana), merge, 'Noa')
  expect(new Set(people).size).toBe(1)
  expect(showPerson(drained(ws), people[0]!)).toMatchObject({ person: { addresses: [dana, danas] } })
})

test('what cannot be merged or undone is refused in words', () => {
  const { ws } = told()
  const nobody = 'p_000000000000000000000000'
  expect(refusal(() => mergePeople(ws, idOf(dana), idOf(dana), 'Noa'))).toBe('These two are one person already.')
  expect(refusal(() => mergePeople(ws, idOf(dana), nobody, 'Noa'))).toBe(`There is no person "${nobody}"`)
  const { merge } = mergePeople(ws, idOf(dana), idOf(danas), 'Noa')
  expect(refusal(() => mergePeople(ws, idOf(danas), idOf(dana), 'Noa'))).toBe('These two are one person already.')
  expect(refusal(() => unmergePeople(ws, idOf(ben), merge, 'Noa'))).toBe(`This person has no merge "${merge}".`)
  unmergePeople(ws, idOf(dana), merge, 'Noa')
  expect(refusal(() => unmergePeople(ws, idOf(dana), merge, 'Noa'))).toBe('This merge has been undone already.')
})

test('somebody unidentified of whom it is said who they are is in the ranking, and out of it when that is undone', () => {
  const { ws, id } = told()
  const before = scores(ws)
  expect(room(ws, id)).toEqual({ [dana]: 20 })
  expect(tieStays(ws, id, { connections: [connection], person: idOf(ben) }, 'Noa')).toEqual([
    { connection, person: idOf(ben) },
  ])
  expect(room(ws, id)).toEqual({ [dana]: 20, [ben]: 45 })
  expect(funnel(ws, id).attendance).toMatchObject({ attendees: 2, unidentified: 0 })
  expect(explainPerson(ws, ben).person.addresses).toEqual([ben])
  expect(untieStay(ws, id, connection, 'Uri')).toEqual({ connection, person: null })
  expect(room(ws, id)).toEqual({ [dana]: 20 })
  expect(funnel(ws, id).attendance.unidentified).toBe(1)
  expect(scores(ws)).toEqual(before)
})

test('once more, of somebody else', () => {
  const { ws, id } = told()
  tieStays(ws, id, { connections: [connection], person: idOf(ben) }, 'Noa')
  untieStay(ws, id, connection, 'Noa')
  tieStays(ws, id, { connections: [connection], person: idOf(dana) }, 'Noa')
  expect(room(ws, id)).toEqual({ [dana]: 50 })
})

test('the platform’s word wins over what was said by hand, whenever it comes, and a later undoing changes nothing', () => {
  const { ws, id } = told()
  tieStays(ws, id, { connections: [connection], person: idOf(dana) }, 'Noa')
  take(ws, { ...left('9', 50, zoom('R3')), id: 'once more' })
  expect(room(ws, id)).toEqual({ [dana]: 20, [ben]: 45 })
  expect(untieStay(ws, id, connection, 'Noa').person).toBe(idOf(ben))
  expect(room(ws, id)).toEqual({ [dana]: 20, [ben]: 45 })
})

test('what comes of a tied connection later, and what is bound to it, is that person’s', () => {
  const { ws, id } = told()
  take(ws, joined('10', 55))
  tieStays(ws, id, { connections: [connection], person: idOf(ben) }, 'Noa')
  take(ws, ...bound('9', '10'), left('10', 58), joined('9', 52), left('9', 54))
  expect(room(ws, id)).toEqual({ [dana]: 20, [ben]: 45 + 2 + 3 })
  untieStay(ws, id, connection, 'Noa')
  expect(room(ws, id)).toEqual({ [dana]: 20 })
})

test('a tie to one of two merged people is that one’s when the merge is undone', () => {
  const { ws, id } = told()
  const { merge } = mergePeople(ws, idOf(ben), idOf(dana), 'Noa')
  tieStays(ws, id, { connections: [connection], person: idOf(ben) }, 'Noa')
  expect(Object.values(room(ws, id))).toEqual([50])
  unmergePeople(ws, idOf(ben), merge, 'Noa')
  expect(room(ws, id)).toEqual({ [dana]: 20, [ben]: 45 })
})

test('a row of a report, which has no connection, is tied by itself, and the same report again changes nothing', () => {
  const { ws, id } = told()
  const data = { joinedAt: start, leftAt: start + 30 * minute, name: 'Ben', evidence: 'report' as const }
  const webinar = { platform: 'zoom', platformId: '87123456789', instance: 'roomA==' }
  const row = { id: 'row', type: 'webinar.attended' as const, time: data.leftAt, webinar, data }
  take(ws, row)
  const rows = ws.db.prepare<{ id: string }>(`SELECT lower(hex(id)) AS id FROM fact WHERE type = 17`).all()
  tieStays(ws, id, { connections: [rows[0]!.id], person: idOf(ben) }, 'Noa')
  expect(take(ws, row)).toEqual({ accepted: 0, duplicate: 1, conflicting: 0 })
  expect(room(ws, id)).toEqual({ [dana]: 20, [ben]: 30 })
  untieStay(ws, id, rows[0]!.id, 'Noa')
  expect(room(ws, id)).toEqual({ [dana]: 20 })
})

test('what cannot be tied is refused in words', () => {
  const { ws, id } = told()
  const tie = (connection: string, email = ben) =>
    refusal(() => tieStays(ws, id, { connections: [connection], person: idOf(email) }, 'Noa'))
  for (const none of ['', 'x', 'zz'.repeat(10), '00'.repeat(10), '80'.repeat(16), '00'.repeat(16)])
    expect(tie(none)).toBe(`This webinar has no connection "${none}".`)
  expect(tie(hexOf(stayOf('roomA==/1')))).toBe(
    `The platform knows whose connection this is: ${dana}. There is nothing to say of it.`,
  )
  tieStays(ws, id, { connections: [connection], person: idOf(ben) }, 'Noa')
  expect(tie(connection, dana)).toBe(`Somebody has said that this is ${ben}. Undo that first.`)
  untieStay(ws, id, connection, 'Noa')
  expect(refusal(() => untieStay(ws, id, connection, 'Noa'))).toBe(
    `Nobody has said whose connection "${connection}" is.`,
  )
  take(ws, { ...joined('8', 1), id: 'host', type: 'webinar.staffed', data: { role: 'host' } })
  expect(tie(hexOf(stayOf('roomA==/8')))).toBe('This connection is the host’s or a panelist’s, not an attendee’s.')
})
