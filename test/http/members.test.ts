import { expect, test } from 'vitest'
import { makeCompany, makeHouse } from './company.ts'
import { ownerOf, signIn, stateOf, visitorOf } from './visitor.ts'

const dana = { email: 'Dana@kiwi.example', name: 'Dana Levi', role: 'marketer' as const }
const password = 'a long enough password'

test('somebody who is taken in chooses a password by a link, and is what they were made', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const { token } = house.directory.addMember('kiwi0000', dana)
  const visitor = visitorOf(house)
  expect((await visitor.call('POST', '/setup', { body: { token, password } })).status).toBe(201)
  expect(await stateOf(visitor)).toMatchObject({
    user: { name: 'Dana Levi', email: 'dana@kiwi.example' },
    workspaces: [{ slug: 'kiwi0000', role: 'marketer' }],
  })
})

test('before that nobody signs in with their address', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  house.directory.addMember('kiwi0000', dana)
  for (const guess of ['', 'null', password])
    expect((await signIn(visitorOf(house), { email: dana.email, password: guess })).status).toBeGreaterThanOrEqual(400)
})

test('who is there already gets another role, signs in as before, and sees other workspaces as well', async () => {
  const house = makeHouse(makeCompany('kiwi0000'), makeCompany('lime0000'))
  const { token } = house.directory.addMember('kiwi0000', dana)
  expect(token).not.toBeNull()
  expect(house.directory.addMember('kiwi0000', { ...dana, role: 'sales' })).toEqual({ token: null })
  expect(house.directory.addMember('lime0000', dana)).toEqual({ token: null })
  expect(house.directory.members('kiwi0000')).toEqual([
    { email: 'dana@kiwi.example', name: 'Dana Levi', role: 'sales' },
  ])
  expect(house.directory.members('lime0000')).toMatchObject([{ role: 'marketer' }])
})

test('who is taken out sees the workspace no longer, though they are signed in', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const { token } = house.directory.addMember('kiwi0000', dana)
  const visitor = visitorOf(house)
  await visitor.call('POST', '/setup', { body: { token, password } })
  house.directory.removeMember('kiwi0000', 'dana@kiwi.example')
  expect(await stateOf(visitor)).toMatchObject({ workspaces: [] })
  expect(() => house.directory.removeMember('kiwi0000', 'dana@kiwi.example')).toThrow(/Nobody in "kiwi0000"/)
})

test('the last owner stays one: no other role, and not taken out', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  await ownerOf(house)
  const owner = { email: 'noa@kiwi.example', name: 'Noa', role: 'sales' as const }
  expect(() => house.directory.addMember('kiwi0000', owner)).toThrow(/last owner/)
  expect(() => house.directory.removeMember('kiwi0000', owner.email)).toThrow(/last owner/)
  expect(house.directory.members('kiwi0000')).toMatchObject([{ role: 'owner' }])
})

test('a new workspace belongs to those who own all the others, not to the owner of one of them', async () => {
  const house = makeHouse(makeCompany('kiwi0000'), makeCompany('lime0000'))
  await ownerOf(house)
  house.directory.addMember('kiwi0000', { ...dana, role: 'owner' })
  house.directory.enter({ id: 'plum0000', slug: 'plum', name: 'Plum' })
  expect(house.directory.members('plum')).toMatchObject([{ email: 'noa@kiwi.example', role: 'owner' }])
})
