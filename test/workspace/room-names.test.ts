import { expect, test } from 'vitest'
import { findPeople } from '../../src/workspace/find-people.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { showPerson } from '../../src/workspace/show-person.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, registered, scheduled, start, started, take, zoom } from './told.ts'

const dana = 'dana@kiwi.example'
const guest = { ...zoom('R9'), email: dana }

function told(...statements: Parameters<typeof take>[1][]): Workspace {
  const { ws } = makeWorkspace(start + day)
  take(ws, scheduled(), started(), ...statements, ended())
  return drained(ws)
}

function shown<S extends ReturnType<typeof joined> | ReturnType<typeof left>>(statement: S, name: string): S {
  return { ...statement, data: { ...statement.data, name } }
}

function nameIn(ws: Workspace) {
  const [webinar] = webinars(ws).items
  const [row] = ranking(ws, webinar!.id, {}).items
  const page = showPerson(ws, row!.person.id)
  if ('movedTo' in page) throw new Error('the person was merged')
  const [found] = findPeople(ws, {}).items
  return { ranked: row!.person.name, found: found!.name, page: page.person.name, fromRoom: page.person.nameFromRoom }
}

test('who gave no name is listed by the one last shown in the room, in whatever order it was told', () => {
  const stay = [shown(joined('1', 0, guest), 'Dana L'), shown(left('1', 20, guest), 'Dana Levi')]
  for (const order of [stay, stay.toReversed()])
    expect(nameIn(told(...order))).toEqual({
      ranked: 'Dana Levi',
      found: 'Dana Levi',
      page: 'Dana Levi',
      fromRoom: true,
    })
})

test('a name that was given stands before any that is shown in the room', () => {
  const ws = told(registered('R9', dana, { firstName: 'Dana' }), shown(joined('1', 0, guest), 'iPad of the office'))
  expect(nameIn(ws)).toEqual({ ranked: 'Dana', found: 'Dana', page: 'Dana', fromRoom: false })
})

test('whoever is listed by a name of the room is found by it', () => {
  const ws = told(shown(joined('1', 0, guest), 'Dana Levi'))
  const [webinar] = webinars(ws).items
  expect(ranking(ws, webinar!.id, { q: 'levi' }).items).toHaveLength(1)
})

test('two who show the same name in the room stay two', () => {
  const ws = told(shown(joined('1', 0, guest), 'Dana Levi'), shown(joined('2', 0, zoom('R8')), 'Dana Levi'))
  const [webinar] = webinars(ws).items
  expect(ranking(ws, webinar!.id, {}).items.map(({ person }) => person.name)).toEqual(['Dana Levi', 'Dana Levi'])
})
