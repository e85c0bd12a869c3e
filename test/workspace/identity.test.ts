import { expect, test } from 'vitest'
import { findPeople } from '../../src/workspace/find-people.ts'
import { funnel } from '../../src/workspace/funnel.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { showPerson } from '../../src/workspace/show-person.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, explainPerson, makeWorkspace } from '../workspaces.ts'
import { bound, day, ended, joined, left, registered, scheduled, start, started, take, visited, zoom } from './told.ts'

const dana = 'dana@kiwi.example'

function told(...statements: Parameters<typeof take>[1][]): Workspace {
  const { ws } = makeWorkspace(start + day)
  take(ws, scheduled(), started(), ...statements, ended())
  return drained(ws)
}

/** Who was in the room and for how many minutes. */
function room(ws: Workspace) {
  const { items } = ranking(ws, webinars(ws).items[0]!.id, { attended: 'yes' })
  return Object.fromEntries(items.map(({ person, attendance }) => [person.email, attendance.liveSeconds / 60]))
}

test('a registration makes one human of registrant id and e-mail address', () => {
  const ws = told(registered('R1', 'Dana@Kiwi.example'), joined('1', 0, zoom('R1')), left('1', 20, zoom('R1')))
  expect(room(ws)).toEqual({ [dana]: 20 })
  expect(findPeople(ws, {}).items.map(({ email }) => email)).toEqual([dana])
})

test('a forwarded join link does not merge two humans', () => {
  const guest = { ...zoom('R1'), email: 'guest@fig.example' }
  const ws = told(
    registered('R1', dana),
    joined('1', 0, guest),
    left('1', 20, guest),
    visited('v', 90, { email: 'guest@fig.example' }),
  )
  expect(
    findPeople(ws, {})
      .items.map(({ email }) => email)
      .sort(),
  ).toEqual([dana, 'guest@fig.example'])
  expect(room(ws)).toEqual({ [dana]: 20 })
  expect(explainPerson(ws, dana).person.addresses).toEqual([dana])
})

test('a leave without a registrant id belongs to whom its connection has named, whichever came first', () => {
  const stay = [joined('1', 0, zoom('R1')), left('1', 20)]
  for (const order of [stay, stay.toReversed()])
    expect(room(told(registered('R1', dana), ...order))).toEqual({ [dana]: 20 })
})

test('of the names of one connection the one with the higher authority decides for all of it', () => {
  const byMail = { platform: 'zoom', email: 'private@fig.example' }
  const stay = [joined('1', 0, byMail), left('1', 20, zoom('R1'))]
  for (const order of [stay, stay.toReversed()]) {
    const ws = told(registered('R1', dana), ...order)
    expect(room(ws)).toEqual({ [dana]: 20 })
    expect(findPeople(ws, { email: 'private@fig.example' }).items).toEqual([])
  }
})

test('a dial-in that is bound to a computer is the same human, whenever the bond is told', () => {
  const phone = [joined('9', 0), left('9', 10)]
  const computer = [joined('1', 5, zoom('R1')), left('1', 30, zoom('R1'))]
  const bond = bound('1', '9')
  for (const order of [
    [...phone, ...computer, ...bond],
    [...bond, ...phone, ...computer],
    [...computer, ...bond, ...phone],
    [...phone, ...computer, bond[0]!],
    [bond[1]!, ...computer, ...phone],
  ]) {
    const ws = told(registered('R1', dana), ...order)
    expect(room(ws)).toEqual({ [dana]: 30 })
    expect(funnel(ws, webinars(ws).items[0]!.id).attendance.unidentified).toBe(0)
  }
})

test('bonds reach over any number of connections', () => {
  const stays = ['1', '2', '3', '4'].map((session, at) => joined(session, at * 10))
  const ends = ['1', '2', '3', '4'].map((session, at) => left(session, at * 10 + 10))
  const ws = told(
    registered('R1', dana),
    ...stays,
    ...ends,
    bound('1', '2')[0]!,
    bound('4', '3')[0]!,
    bound('2', '3')[0]!,
    {
      ...joined('4', 30, zoom('R1')),
      id: 'once more',
    },
  )
  expect(room(ws)).toEqual({ [dana]: 40 })
})

test('somebody without any key is counted in the room and is in no ranking', () => {
  const ws = told(registered('R1', dana), joined('1', 0), left('1', 20))
  const [webinar] = webinars(ws).items
  expect(funnel(ws, webinar!.id).attendance).toMatchObject({ registrants: 1, attendees: 0, unidentified: 1 })
  expect(ranking(ws, webinar!.id, {}).items.map(({ person }) => person.email)).toEqual([dana])
})

test('somebody unidentified who is named later becomes a person with all that went before', () => {
  const { ws } = makeWorkspace(start + day)
  take(ws, scheduled(), started(), joined('1', 0), ended())
  drained(ws)
  take(ws, left('1', 20, zoom('R1')))
  take(ws, registered('R1', dana))
  expect(room(drained(ws))).toEqual({ [dana]: 20 })
  expect(funnel(ws, webinars(ws).items[0]!.id).attendance.unidentified).toBe(0)
})

test('the old id of a person who was merged leads to the new one', () => {
  const { ws } = makeWorkspace(start + day)
  take(ws, scheduled(), started(), joined('1', 0, zoom('R1')), left('1', 20, zoom('R1')), ended())
  const [before] = findPeople(drained(ws), {}).items
  take(ws, visited('v', 90, { email: dana }))
  const [other] = findPeople(drained(ws), { email: dana }).items
  take(ws, registered('R1', dana))
  drained(ws)
  const after = findPeople(ws, {}).items
  expect(after.map(({ id }) => id)).toEqual([other!.id])
  expect(showPerson(ws, before!.id)).toEqual({ movedTo: other!.id })
  expect(showPerson(ws, other!.id)).toMatchObject({ person: { email: dana }, timeline: { length: 4 } })
  expect(ranking(ws, webinars(ws).items[0]!.id, {}).total).toBe(1)
})

test('two registrations with one e-mail address are one person', () => {
  const ws = told(
    registered('R1', dana),
    registered('R2', dana),
    joined('1', 0, zoom('R1')),
    joined('2', 30, zoom('R2')),
    left('1', 10),
    left('2', 40),
  )
  expect(room(ws)).toEqual({ [dana]: 20 })
})

test('an id of nobody is not found', () => {
  const { ws } = makeWorkspace(start)
  for (const id of ['p_000000000000000000000000', 'p_', '', 'p_xyz', "p_'; DROP TABLE fact"])
    expect(() => showPerson(ws, id)).toThrow(`There is no person "${id}"`)
})
