import { expect, test } from 'vitest'
import { findPeople } from '../../src/workspace/find-people.ts'
import { drained, explainPerson, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, scheduled, start, started, take, visited } from './told.ts'

const dana = { email: 'dana@kiwi.example' }
const noa = { email: 'noa@fig.example' }

test('what is told again is counted as a duplicate and changes nothing', () => {
  const { ws } = makeWorkspace(start + day)
  expect(take(ws, visited('v', 90, dana))).toEqual({ accepted: 1, duplicate: 0, conflicting: 0 })
  expect(take(ws, visited('v', 90, dana))).toEqual({ accepted: 0, duplicate: 1, conflicting: 0 })
  expect(explainPerson(drained(ws), dana.email).timeline).toHaveLength(1)
})

test('of two contents under one id the later counts, and the other is kept beside it', () => {
  const [early, late] = [visited('v', 90, dana, 10), visited('v', 91, dana, 99)]
  for (const order of [
    [early, late],
    [late, early],
  ]) {
    const { ws } = makeWorkspace(start + day)
    expect(take(ws, ...order)).toEqual({ accepted: 1, duplicate: 0, conflicting: 1 })
    expect(take(ws, ...order)).toEqual({ accepted: 0, duplicate: 2, conflicting: 0 })
    expect(explainPerson(drained(ws), dana.email).timeline.map(({ data }) => data)).toEqual([late.data])
    const kept = ws.db.prepare<{ content: string }>('SELECT content FROM fact_conflict').all()
    expect(kept.map(({ content }) => JSON.parse(content))).toMatchObject([
      { data: early.data, person: 'e:dana@kiwi.example' },
    ])
  }
})

test('of two contents of one moment the greater text counts, also when they name two people', () => {
  const [ofDana, ofNoa] = [visited('v', 90, dana), visited('v', 90, noa)]
  for (const order of [
    [ofDana, ofNoa],
    [ofNoa, ofDana],
  ]) {
    const { ws } = makeWorkspace(start + day)
    for (const statement of order) {
      take(ws, statement)
      drained(ws)
    }
    expect(findPeople(ws, {}).items.map(({ email }) => email)).toEqual([noa.email])
    expect(() => explainPerson(ws, dana.email)).toThrow('There is no person')
  }
})

test('whose a stay is follows from all of it, so another name under one id is no conflict', () => {
  const { ws } = makeWorkspace(start + day)
  take(ws, scheduled(), started(), ended(), left('1', 20))
  take(ws, joined('1', 0))
  expect(take(ws, joined('1', 0, { platform: 'zoom', ...dana }))).toEqual({ accepted: 0, duplicate: 1, conflicting: 0 })
  expect(explainPerson(drained(ws), dana.email).timeline).toHaveLength(2)
})

test('a conflicting start of a webinar moves the webinar, in either order', () => {
  const other = { ...started(), time: start + 10 * 60_000 }
  const seen = [
    [started(), other],
    [other, started()],
  ].map((order) => {
    const { ws } = makeWorkspace(start + day)
    take(ws, scheduled(), joined('1', 0, dana), left('1', 30, dana), ended())
    for (const statement of order) {
      take(ws, statement)
      drained(ws)
    }
    return explainPerson(ws, dana.email).scorecard.brandSeconds
  })
  expect(seen).toEqual([1200, 1200])
})

test('a time that is no whole number of milliseconds is refused before anything is stored', () => {
  const { ws } = makeWorkspace(start + day)
  expect(() => take(ws, visited('v', 90, dana), visited('w', 90.00001, dana))).toThrow('no whole number')
  expect(ws.db.prepare('SELECT count(*) AS facts FROM fact').get()).toEqual({ facts: 0 })
})
