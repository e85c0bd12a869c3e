import { expect, test } from 'vitest'
import type { Profile } from '../../src/domain/profile.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { momentOf } from '../../src/workspace/moment.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { ranking, rankingRows } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import { drained, explainPerson, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, registered, scheduled, start, started, take, zoom } from './told.ts'

const ann: Profile = { company: 'Plum', country: 'IL', jobTitle: 'CISO', employees: 500 }
const people: [string, Profile][] = [
  ['ann@plum.example', ann],
  ['ben@fig.example', { ...ann, country: 'US', employees: 50 }],
  ['cleo@lime.example', {}],
]

/** Three people of a demo, of whom the model asks where they work: Ann fits, Ben half, of Cleo nobody knows. */
function demo() {
  const { ws } = makeWorkspace(start + day)
  const { model } = currentModel(ws) as unknown as { model: { rules: object[]; fit: object } }
  const manager = { id: 'decides', kind: 'profile', points: 30, origin: 'own' }
  const rules = [...model.rules, { ...manager, when: { attribute: 'jobTitle', contains: ['CISO'] } }]
  const characteristics = [
    { id: 'country', attribute: 'country', oneOf: ['IL'] },
    { id: 'role', attribute: 'jobTitle', contains: ['CISO'] },
  ]
  publishModel(ws, { ...model, rules, fit: { ...model.fit, characteristics } })
  take(ws, scheduled(), started(), ended())
  for (const [at, [email, profile]] of people.entries())
    take(ws, registered(`R${at}`, email, profile), joined(`${at}`, 0, zoom(`R${at}`)), left(`${at}`, 60))
  return { ws: drained(ws), id: webinars(drained(ws)).items[0]!.id }
}

test('a score is engagement and points for fit: what rules of kind profile and fit_complete pay, and all else', () => {
  const { ws } = demo()
  const parts = people.map(([email]) => {
    const { score, engagement, fitPoints } = explainPerson(ws, email).scorecard
    expect(engagement + fitPoints).toBe(score)
    return [engagement, fitPoints]
  })
  expect(parts).toEqual([
    [82, 37],
    [82, 30],
    [82, 0],
  ])
})

test('a ranking is narrowed down to a grade, now and as of a moment, with ranks of the whole order', () => {
  const { ws, id } = demo()
  for (const asOf of [undefined, momentOf(ws.now())]) {
    const graded = (grade: string) => ranking(ws, id, { grade, asOf }).items.map(({ rank, grade }) => [rank, grade])
    expect([graded('A'), graded('B'), graded('C'), graded('D'), graded('none')]).toEqual([
      ...[[[1, 'A']], [[2, 'B']], [], [[3, 'D']], []],
    ])
    expect(ranking(ws, id, { grade: 'D', asOf })).toMatchObject({ total: null, matching: 1 })
  }
  expect(ranking(ws, id, { grade: 'none', model: 1 }).items).toHaveLength(3)
  expect([...rankingRows(ws, id, { grade: 'B' })].map(({ person }) => person.company)).toEqual(['Plum'])
  expect(() => ranking(ws, id, { grade: 'E' })).toThrow('grade: expected A, B, C, D, none, got "E"')
})
