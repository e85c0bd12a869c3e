import { expect, test, vi } from 'vitest'
import { type House, makeCompany, makeHouse } from './company.ts'
import { owner, ownerOf, signIn, stateOf, visitorOf } from './visitor.ts'

const hour = 60 * 60 * 1000
const workspace = {
  slug: 'kiwi',
  name: 'Kiwi',
  timezone: 'Asia/Jerusalem',
  weekend: 'fri-sat',
  holidays: [],
  observes: ['mail'],
}

async function setUp(house: House, body: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await visitorOf(house).call('POST', '/setup', { body })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

async function check(house: House, token: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await visitorOf(house).call('POST', '/setup/check', { body: { token } })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

test('the first owner makes the first workspace and is signed in', async () => {
  const house = makeHouse()
  const { token, purpose } = house.directory.issueLink()
  expect(purpose).toBe('owner')
  expect(await check(house, token)).toEqual({ status: 200, body: { purpose: 'owner', email: null, workspaces: [] } })
  expect(await setUp(house, { token, ...owner, workspace })).toEqual({
    status: 201,
    body: {
      state: 'signed_in',
      user: { name: 'Noa Barak', email: 'noa@kiwi.example' },
      workspaces: [{ slug: 'kiwi', name: 'Kiwi', role: 'owner' }],
    },
  })
})

test('whoever becomes the owner owns the workspaces that are there, and those that come later', async () => {
  const house = makeHouse(makeCompany('kiwi0000'), makeCompany('lime0000'))
  const { token } = house.directory.issueLink()
  const shown = [
    { slug: 'kiwi0000', name: 'kiwi0000' },
    { slug: 'lime0000', name: 'lime0000' },
  ]
  expect((await check(house, token)).body).toMatchObject({ workspaces: shown })
  const visitor = await ownerOf(house)
  house.directory.enter({ id: 'melon000', slug: 'melon', name: 'Melon' })
  const owned = [...shown, { slug: 'melon', name: 'Melon' }].map((each) => ({ ...each, role: 'owner' }))
  expect(await stateOf(visitor)).toMatchObject({ workspaces: owned })
})

test('what is missing or wrong is named, and the link stays good', async () => {
  const house = makeHouse()
  const { token } = house.directory.issueLink()
  const wrong: [string, object, key?: string][] = [
    ['password', { ...owner, password: 'nineteen9'.slice(0, 9), workspace }, 'field.tooShort'],
    ['email', { ...owner, email: 'noa', workspace }, 'field.noAddress'],
    ['email', { ...owner, email: undefined, workspace }, 'field.missing'],
    ['name', { ...owner, name: ' ', workspace }, 'field.tooShort'],
    ['workspace', owner],
    ['slug', { ...owner, workspace: { ...workspace, slug: 'Kiwi & Co' } }, 'slug.malformed'],
    ['weekend', { ...owner, workspace: { ...workspace, weekend: 'someday' } }],
    ['staffDomains', { ...owner, workspace: { ...workspace, staffDomains: ['kiwi'] } }, 'creating.noDomain'],
  ]
  for (const [field, body, key] of wrong) {
    const said = key ? { field, key } : { field }
    expect([field, await setUp(house, { token, ...body })]).toMatchObject([field, { status: 400, body: said }])
  }
  expect([house.directory.owned(), house.directory.workspaces()]).toEqual([false, []])
  expect((await setUp(house, { token, ...owner, workspace })).status).toBe(201)
})

test('a link works once: of two people at once one becomes the owner, and of the other nothing stays', async () => {
  const house = makeHouse()
  const { token } = house.directory.issueLink()
  const answers = await Promise.all([
    setUp(house, { token, ...owner, workspace }),
    setUp(house, { token, ...owner, email: 'dana@lime.example', workspace: { ...workspace, slug: 'lime' } }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 403])
  expect(answers.find(({ status }) => status === 403)!.body.detail).toContain('has been used')
  expect(house.directory.workspaces().map(({ id }) => id)).toEqual(house.workspaces())
  expect(house.workspaces()).toHaveLength(1)
  expect(await check(house, token)).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining('Sign in.') },
  })
})

test('only the newest link counts, for 24 hours, and an unknown one says where to get another', async () => {
  const house = makeHouse()
  const first = house.directory.issueLink().token
  const second = house.directory.issueLink().token
  const outdated = { status: 403, body: { detail: expect.stringContaining('outdated') } }
  expect(await check(house, first)).toMatchObject(outdated)
  expect(await setUp(house, { token: first, ...owner, workspace })).toMatchObject(outdated)
  expect((await check(house, second)).status).toBe(200)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * hour })
  try {
    expect(await check(house, second)).toMatchObject(outdated)
  } finally {
    vi.useRealTimers()
  }
  const unknown = await check(house, 'made-up')
  expect(unknown).toMatchObject({ status: 403, body: { detail: expect.stringContaining('owner link') } })
})

test('with an owner the link is for a new password, which ends every session', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const visitor = await ownerOf(house)
  const { token, purpose, email } = house.directory.issueLink()
  expect([purpose, email]).toEqual(['password', 'noa@kiwi.example'])
  expect((await check(house, token)).body).toEqual({
    purpose,
    email,
    workspaces: [{ slug: 'kiwi0000', name: 'kiwi0000' }],
  })
  const changed = await setUp(house, { token, password: 'other letters' })
  expect(changed).toMatchObject({ status: 201, body: { state: 'signed_in', user: { email } } })
  expect(await stateOf(visitor)).toEqual({ state: 'signed_out' })
  expect([(await signIn(visitor)).status, (await signIn(visitor, { password: 'other letters' })).status]).toEqual([
    401, 200,
  ])
  expect((await setUp(house, { token, password: 'third letters' })).status).toBe(403)
})

test('a link for an address that nobody signs in with is refused with those that there are', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  await ownerOf(house)
  expect(() => house.directory.issueLink('dana@kiwi.example')).toThrow('There are: noa@kiwi.example.')
  expect(house.directory.issueLink('Noa@kiwi.example').email).toBe('noa@kiwi.example')
})

test('a page of another site can use no link, even if it knows one', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const { token } = house.directory.issueLink()
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  const answer = await visitorOf(house).call('POST', '/setup', { body: { token, ...owner }, headers })
  expect([answer.status, house.directory.owned()]).toEqual([403, false])
})
