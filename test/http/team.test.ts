import { expect, test } from 'vitest'
import { type Company, type House, keyWith, makeCompany, makeHouse } from './company.ts'
import { ownerOf, type Visitor, visitorOf } from './visitor.ts'

const password = 'a long enough password'
const dana = { email: 'Dana@kiwi.example', name: 'Dana Levi', role: 'marketer' }
const inKiwi = { 'ripen-workspace': 'kiwi0000' }
const members = '/api/v1/members'

interface Member {
  id: string
  email: string | null
  state: string
}

async function called<T>(visitor: Visitor, method: string, path: string, body?: unknown) {
  const answer = await visitor.call(method, path, { headers: inKiwi, ...(body === undefined ? {} : { body }) })
  return { status: answer.status, json: (answer.status === 204 ? null : await answer.json()) as T }
}

async function listed(visitor: Visitor): Promise<Member[]> {
  return (await called<{ items: Member[] }>(visitor, 'GET', members)).json.items
}

/** Somebody who opens their link and chooses a password. */
async function joined(house: House, link: string): Promise<Visitor> {
  const visitor = visitorOf(house)
  const token = new URL(link).hash.slice(1)
  expect((await visitor.call('POST', '/setup', { body: { token, password } })).status).toBe(201)
  return visitor
}

async function invited(owner: Visitor, who: object = dana) {
  const { status, json } = await called<{ member: Member; link: string }>(owner, 'POST', members, who)
  expect(status).toBe(201)
  return json
}

async function makeTeam(...more: Company[]) {
  const kiwi = makeCompany('kiwi0000')
  const house = makeHouse(kiwi, ...more)
  return { kiwi, house, owner: await ownerOf(house) }
}

test('an owner invites somebody, who chooses a password by the link and is active; the link works once', async () => {
  const { house, owner } = await makeTeam()
  const { member, link } = await invited(owner)
  expect(member).toEqual({
    ...{ id: expect.stringMatching(/^[0-9a-f]{24}$/), name: 'Dana Levi', email: 'dana@kiwi.example' },
    ...{ role: 'marketer', state: 'invited', linkUntil: expect.any(String), isYou: false },
  })
  expect(link).toMatch(/^http:\/\/localhost:8787\/setup#.{40,}$/)
  const days = (Date.parse((await listed(owner))[0]!['linkUntil' as 'id']) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(6.9)
  const check = await visitorOf(house).call('POST', '/setup/check', { body: { token: new URL(link).hash.slice(1) } })
  expect(await check.json()).toMatchObject({ purpose: 'invitation', workspaces: [{ slug: 'kiwi0000' }] })
  await joined(house, link)
  expect(await listed(owner)).toMatchObject([{ state: 'active', linkUntil: null }, { isYou: true }])
  const again = await visitorOf(house).call('POST', '/setup', {
    body: { token: new URL(link).hash.slice(1), password },
  })
  expect(again.status).toBe(403)
})

test('a second invitation ends the first, and who has a password gets none', async () => {
  const { house, owner } = await makeTeam()
  const { member, link } = await invited(owner)
  const { json } = await called<{ link: string }>(owner, 'POST', `${members}/${member.id}/invitation`)
  const first = await visitorOf(house).call('POST', '/setup', {
    body: { token: new URL(link).hash.slice(1), password },
  })
  expect(first.status).toBe(403)
  await joined(house, json.link)
  const active = await called(owner, 'POST', `${members}/${member.id}/invitation`)
  expect([active.status, active.json]).toMatchObject([409, { key: 'member.active' }])
  expect(await called(owner, 'POST', members, dana)).toMatchObject({ status: 409, json: { field: 'email' } })
})

test('who signs in to another workspace is in at once, without a link', async () => {
  const { house, owner } = await makeTeam(makeCompany('lime0000'))
  await joined(house, (await invited(owner)).link)
  const answer = await owner.call('POST', members, { headers: { 'ripen-workspace': 'lime0000' }, body: dana })
  expect(await answer.json()).toMatchObject({ link: null, member: { state: 'active' } })
})

test('only owners change the team; others see names and roles, a stranger sees nothing', async () => {
  const { house, owner } = await makeTeam(makeCompany('lime0000'))
  const { member, link } = await invited(owner)
  const marketer = await joined(house, link)
  expect(await listed(marketer)).toMatchObject([
    { name: 'Dana Levi', email: null, role: 'marketer', isYou: true },
    { name: 'Noa Barak', email: null, role: 'owner', linkUntil: null },
  ])
  for (const [method, path, body] of [
    ['POST', members, { ...dana, email: 'tom@kiwi.example' }],
    ['PATCH', `${members}/${member.id}`, { role: 'owner' }],
    ['DELETE', `${members}/${member.id}`, undefined],
    ['POST', `${members}/${member.id}/invitation`, undefined],
  ] as const)
    expect([path, await called(marketer, method, path, body)]).toMatchObject([
      path,
      { status: 403, json: { key: 'door.role' } },
    ])
  const abroad = await marketer.call('GET', members, { headers: { 'ripen-workspace': 'lime0000' } })
  expect(abroad.status).toBe(404)
})

test('another role counts at the next call, and who is taken out meets a workspace that is not there', async () => {
  const { house, owner } = await makeTeam()
  const { member, link } = await invited(owner)
  const colleague = await joined(house, link)
  const draft = () => called(colleague, 'DELETE', '/api/v1/model/draft')
  expect((await draft()).status).toBe(204)
  expect(await called(owner, 'PATCH', `${members}/${member.id}`, { role: 'producer' })).toMatchObject({
    ...{ status: 200, json: { role: 'producer' } },
  })
  expect((await draft()).status).toBe(403)
  expect((await called(owner, 'DELETE', `${members}/${member.id}`)).status).toBe(204)
  expect((await called(colleague, 'GET', '/api/v1/webinars')).status).toBe(404)
  expect((await called(owner, 'DELETE', `${members}/${member.id}`)).status).toBe(404)
})

test('the last owner is neither taken out nor made another; one of two may go', async () => {
  const { house, owner } = await makeTeam()
  const [noa] = await listed(owner)
  for (const role of ['sales', null]) {
    const call = role
      ? called(owner, 'PATCH', `${members}/${noa!.id}`, { role })
      : called(owner, 'DELETE', `${members}/${noa!.id}`)
    expect(await call).toMatchObject({ status: 409, json: { key: 'member.lastOwner' } })
  }
  const { link } = await invited(owner, { ...dana, role: 'owner' })
  expect(await called(owner, 'DELETE', `${members}/${noa!.id}`)).toMatchObject({ status: 409 })
  const other = await joined(house, link)
  expect((await called(owner, 'DELETE', `${members}/${noa!.id}`)).status).toBe(204)
  expect(await listed(other)).toMatchObject([{ role: 'owner', isYou: true }])
})

test('who was invited and taken out again before they came is forgotten, with their link', async () => {
  const { house, owner } = await makeTeam()
  const { member, link } = await invited(owner)
  await called(owner, 'DELETE', `${members}/${member.id}`)
  const late = await visitorOf(house).call('POST', '/setup', { body: { token: new URL(link).hash.slice(1), password } })
  expect(late.status).toBe(403)
  expect((await invited(owner, { ...dana, name: 'Dana Cohen' })).member).toMatchObject({ name: 'Dana Cohen' })
})

test('a key that may manage does the same, and gets no link that would open another workspace', async () => {
  const lime = makeCompany('lime0000')
  const { kiwi, house, owner } = await makeTeam(lime)
  const { member } = await invited(owner)
  expect((await house.send(lime, 'PATCH', `/members/${member.id}`, { role: 'owner' })).status).toBe(404)
  expect((await house.send(lime, 'DELETE', `/members/${member.id}`, {})).status).toBe(404)
  const added = await house.send(lime, 'POST', '/members', dana)
  expect([added.status, await added.json()]).toMatchObject([201, { link: null, member: { state: 'invited' } }])
  const again = await house.send(lime, 'POST', `/members/${member.id}/invitation`, {})
  expect([again.status, await again.json()]).toMatchObject([409, { key: 'member.elsewhere' }])
  const tom = await house.send(lime, 'POST', '/members', { email: 'tom@kiwi.example', role: 'sales' })
  expect(await tom.json()).toMatchObject({ link: expect.stringMatching(/#/), member: { name: 'tom@kiwi.example' } })
  expect((await house.send(keyWith(kiwi, 'read', 'write'), 'POST', '/members', dana)).status).toBe(403)
  expect((await house.send(keyWith(kiwi, 'read'), 'GET', '/members', undefined)).status).toBe(200)
})

test('what is wrong with an invitation is said at its field, and nothing is stored', async () => {
  const { owner } = await makeTeam()
  for (const [wrong, field] of [
    [{ ...dana, email: 'dana' }, 'email'],
    [{ ...dana, role: 'boss' }, 'role'],
    [{ ...dana, boss: true }, 'boss'],
  ] as const)
    expect(await called(owner, 'POST', members, wrong)).toMatchObject({ status: 400, json: { field } })
  expect(await listed(owner)).toHaveLength(1)
  expect((await called(owner, 'GET', `${members}?role=owner`)).status).toBe(400)
  expect((await called(owner, 'GET', `${members}/x/y`)).status).toBe(404)
})
