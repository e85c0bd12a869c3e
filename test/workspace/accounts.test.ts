import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Profile } from '../../src/domain/profile.ts'
import type { Statement } from '../../src/domain/statement.ts'
import { accounts } from '../../src/workspace/accounts.ts'
import { everybody } from '../../src/workspace/everybody.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import { fitMatrix } from '../../src/workspace/fit-matrix.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { showAccount } from '../../src/workspace/show-account.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { runs } from '../laws/seed.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { day, start, take, visited } from './told.ts'

let told = 0

/** Somebody who downloaded so many reports, 25 points each, and what they say of themselves. */
function reader(email: string, reports: number, profile: Profile = {}): Statement[] {
  const person = { email }
  const facts: Statement[] = Array.from({ length: reports }, (_, at) => ({
    id: `report/${told++}`,
    type: 'content.downloaded',
    time: start,
    person,
    data: { content: { id: `report${at}`, kind: 'special_report' } },
  }))
  const said: Statement = { id: `said/${told++}`, type: 'profile.updated', time: start, person, profile, data: {} }
  return [said, ...facts]
}

function company(...people: Statement[][]) {
  const { ws, clock } = makeWorkspace(start + day, { staffDomains: ['acme.example'] })
  take(ws, ...people.flat())
  return { ws: drained(ws), clock }
}

const shortly = async (ws: Workspace, query = {}) =>
  (await accounts(ws, query)).items.map(({ rank, account, score, people }) => [
    ...[rank, account.domain ?? account.name, score, people],
  ])

test('companies stand by the sum of their five highest scores, each with the people that explain it', async () => {
  const { ws } = company(
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((who) => reader(`${who}@kiwi.example`, 1, { company: 'Kiwi' })),
    reader('g@plum.example', 6, { company: 'PLUM' }),
    reader('h@plum.example', 0, { company: 'Plum' }),
    reader('i@plum.example', 0, { company: 'Plum' }),
    reader('j@gmail.com', 1, { company: 'Fig, Inc.' }),
    reader('k@gmail.com', 1),
  )
  const { items, total } = await accounts(ws, {})
  expect(items).toMatchObject([
    { rank: 1, account: { domain: 'plum.example', name: 'Plum' }, score: 150, people: 3, grade: null },
    { rank: 2, account: { domain: 'kiwi.example', name: 'Kiwi' }, score: 125, people: 6, mqls: 0 },
    { rank: 3, account: { domain: null, name: 'Fig, Inc.' }, score: 20, people: 1 },
  ])
  expect(total).toBe(3)
  expect(items.map(({ mqls, sqls }) => [mqls, sqls])).toEqual([
    [1, 1],
    [0, 0],
    [0, 0],
  ])
  for (const { score, top } of items) expect(top.reduce((sum, line) => sum + line.score, 0)).toBe(score)
  expect(items[1]!.top.map(({ person }) => person.email?.[0])).toEqual(['a', 'b', 'c', 'd', 'e'])
  const kiwi = await showAccount(ws, items[1]!.account.id)
  expect(kiwi.members.map(({ person, score, points }) => [person.email?.[0], score, points])).toEqual([
    ...['a', 'b', 'c', 'd', 'e'].map((who) => [who, 25, 25]),
    ['f', 25, 0],
  ])
  await expect(showAccount(ws, 'a_ZDpub2JvZHk')).rejects.toThrow('There is no account "a_ZDpub2JvZHk"')
  await expect(showAccount(ws, 'kiwi')).rejects.toThrow('There is no account')
})

test('staff are nobody’s account, and the disqualified are shown and do not count', async () => {
  const { ws } = company(
    reader('a@acme.example', 3),
    reader('b@kiwi.example', 1),
    reader('c@kiwi.example', 2, { industry: 'gambling' }),
  )
  const model = currentModel(ws).model as unknown as { rules: { id: string }[] }
  const lists = [{ attribute: 'industry', oneOf: ['gambling'] }]
  const rules = model.rules.map((rule) =>
    rule.id === 'wrong_fit' ? { ...rule, enabled: true, lists, disqualifies: true } : rule,
  )
  expect(await shortly(ws)).toEqual([[1, 'kiwi.example', 75, 2]])
  publishModel(ws, { ...model, rules })
  drained(ws)
  expect(await shortly(ws)).toEqual([[1, 'kiwi.example', 25, 2]])
  const { id } = (await accounts(ws, {})).items[0]!.account
  expect((await showAccount(ws, id)).members.map(({ stage, points }) => [stage, points])).toEqual([
    ['disqualified', 0],
    ['lead', 25],
  ])
  expect(await fitMatrix(ws)).toMatchObject({ people: 1, leftOut: { staff: 1, disqualified: 1 } })
})

test('whoever has a business address beside a free mailbox works there, also when it became known later', async () => {
  const { ws, clock } = company(reader('dana@gmail.com', 1, { company: 'Kiwi' }))
  expect(await shortly(ws)).toEqual([[1, 'Kiwi', 20, 1]])
  clock.now += 1
  const tie = (email: string): Statement => ({
    id: `tie/${email}`,
    type: 'person.registered',
    time: start,
    webinar: { platform: 'zoom', platformId: '1', slot: '' },
    person: { platform: 'zoom', registrantId: 'r', email },
    data: { status: 'approved' },
  })
  take(ws, tie('dana@gmail.com'), tie('dana@kiwi.example'))
  drained(ws)
  expect(await shortly(ws)).toEqual([[1, 'kiwi.example', 20, 1]])
})

test('the list is searched, sorted and read page by page, with ranks of the whole', async () => {
  const { ws } = company(
    ...Array.from({ length: 7 }, (_, at) => reader(`a@c${at}.example`, at % 3, { company: `Company ${9 - at}` })),
    reader('b@c0.example', 0, { company: 'Company 9' }),
  )
  const whole = await accounts(ws, {})
  for (const sort of ['score', 'people', 'name']) {
    const paged: unknown[] = []
    let cursor: string | undefined
    do {
      const page = await accounts(ws, { sort, limit: '2', cursor })
      paged.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(paged).toEqual((await accounts(ws, { sort })).items)
    expect(paged).toEqual(expect.arrayContaining(whole.items))
  }
  expect((await shortly(ws, { sort: 'people', limit: 1 }))[0]!.slice(1)).toEqual(['c0.example', 0, 2])
  expect((await shortly(ws, { sort: 'name', limit: 1 }))[0]![1]).toBe('c6.example')
  expect(await shortly(ws, { q: 'ANY 3' })).toEqual([[7, 'c6.example', 0, 1]])
  expect(await shortly(ws, { q: 'c5.ex' })).toEqual([[2, 'c5.example', 50, 1]])
  const { id } = whole.items.find(({ people }) => people === 2)!.account
  const first = await showAccount(ws, id, { limit: 1 })
  const second = await showAccount(ws, id, { limit: 1, cursor: first.nextCursor! })
  expect([...first.members, ...second.members]).toEqual((await showAccount(ws, id)).members)
  expect(second.nextCursor).toBeNull()
  for (const [query, words] of [
    [{ sort: 'heat' }, 'sort: expected score, people, name, got "heat"'],
    [{ limit: '0' }, 'limit: expected a number from 1 to 200'],
    [{ cursor: 'x' }, 'cursor: expected the nextCursor'],
  ] as const)
    await expect(accounts(ws, query)).rejects.toThrow(words)
})

test('a company’s grade is of what is the company’s, whoever asks; people stand in the matrix by their own', async () => {
  const { ws } = company(
    reader('a@kiwi.example', 3, { country: 'IL', jobTitle: 'Student' }),
    reader('b@kiwi.example', 0, { country: 'IL' }),
    reader('c@kiwi.example', 0, { country: 'US' }),
    reader('d@plum.example', 0, { country: 'US', jobTitle: 'CISO' }),
  )
  const { model } = currentModel(ws)
  const characteristics = [
    { id: 'country', attribute: 'country', oneOf: ['IL'] },
    { id: 'role', attribute: 'jobTitle', contains: ['CISO'] },
  ]
  publishModel(ws, { ...model, fit: { characteristics } })
  drained(ws)
  const { items } = await accounts(ws, {})
  expect(items.map(({ account, grade }) => [account.domain, grade])).toEqual([
    ['kiwi.example', 'A'],
    ['plum.example', 'D'],
  ])
  expect((await showAccount(ws, items[0]!.account.id)).fit).toEqual([
    { id: 'country', attribute: 'country', answer: 'IL', right: true },
  ])
  const { cells, people } = await fitMatrix(ws)
  expect([cells.length, people]).toEqual([12, 4])
  expect(cells.filter(({ people }) => people > 0)).toEqual([
    { grade: 'B', temperature: 'hot', people: 1 },
    { grade: 'B', temperature: 'cold', people: 2 },
    { grade: 'D', temperature: 'cold', people: 1 },
  ])
})

test('everybody is counted up once for all who ask, and anew when anybody was scored', async () => {
  const { ws } = company(reader('a@kiwi.example', 1))
  const [one, other] = await Promise.all([everybody(ws), everybody(ws)])
  expect(other).toBe(one)
  expect(await everybody(ws)).toBe(one)
  const counting = everybody(ws)
  take(ws, ...reader('b@plum.example', 1))
  drained(ws)
  await counting
  expect((await everybody(ws)).accounts).toHaveLength(2)
  expect(ws.jobs.size).toBe(0)
})

const { ws: shared } = makeWorkspace(start + day)
const someone = fc.record({
  who: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  domain: fc.constantFrom('kiwi.example', 'plum.example', 'gmail.com'),
  company: fc.constantFrom('Kiwi', 'KIWI Ltd', 'Plum', undefined),
  reports: fc.nat(3),
  bounces: fc.boolean(),
})

test('an account is the sum of its lines and of its people alone, and never enters anybody’s score', async () => {
  const people = () => findPeople(shared, { limit: 500 }).items
  let at = 0
  await fc.assert(
    fc.asyncProperty(fc.array(someone, { minLength: 1, maxLength: 8 }), async (crowd) => {
      // Each case brings more people into the same companies.
      const before = new Map(people().map(({ id, ...card }) => [id, card]))
      for (const { who, domain, company, reports, bounces } of crowd) {
        const email = `${who}${at++}@${domain}`
        take(shared, ...reader(email, reports, company ? { company } : {}))
        if (bounces) take(shared, visited(`v${at}`, 90, { email }, 5))
      }
      drained(shared)
      const after = people()
      for (const { id, ...card } of after) expect(before.get(id) ?? card).toEqual(card)
      const { items } = await accounts(shared, { limit: 200 })
      for (const { score, top } of items) {
        expect(top.length).toBeLessThanOrEqual(5)
        expect(top.reduce((sum, line) => sum + line.score, 0)).toBe(score)
        for (const { person, score } of top) expect(after.find(({ id }) => id === person.id)?.score).toBe(score)
      }
      const scores = items.map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      const sum = after
        .filter(({ email }) => email?.endsWith('@kiwi.example'))
        .map(({ score }) => Math.max(0, score))
        .sort((a, b) => b - a)
        .slice(0, 5)
        .reduce((all, score) => all + score, 0)
      expect(items.find(({ account }) => account.domain === 'kiwi.example')?.score ?? 0).toBe(sum)
    }),
    runs(25),
  )
})
