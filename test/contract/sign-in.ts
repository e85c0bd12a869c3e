import { expect, test } from 'vitest'
import { viewed } from './activity.ts'
import { type Browser, openBrowser } from './browser-session.ts'
import { commanded, makeCompany } from './company.ts'
import { problemOf, statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'

const email = 'noa@kiwi.example'
const password = 'ten letters'
const owners = new WeakMap<RunningHost, Promise<Browser>>()

/** The owner of a host, signed in; the first who asks becomes it. */
function ownerOf(host: RunningHost): Promise<Browser> {
  const known = owners.get(host) ?? becomeOwner(host)
  owners.set(host, known)
  return known
}

async function becomeOwner(host: RunningHost): Promise<Browser> {
  const browser = openBrowser(host)
  expect(await (await browser.call('GET', '/session')).json()).toEqual({ state: 'setup' })
  type Link = { link: string; purpose: string }
  const { link, purpose } = await commanded<Link>(host, 'owner', 'link')
  expect([purpose, new URL(link).pathname]).toEqual(['owner', '/setup'])
  const token = new URL(link).hash.slice(1)
  const check = await browser.call('POST', '/setup/check', { token })
  expect(await check.json()).toMatchObject({ purpose: 'owner', workspaces: expect.any(Array) })
  const workspace = { slug: 'orchard', name: 'The Orchard', timezone: 'Asia/Jerusalem' }
  const made = await browser.call('POST', '/setup', { token, name: 'Noa Barak', email, password, workspace })
  expect([made.status, await made.json()]).toMatchObject([201, { state: 'signed_in', user: { email } }])
  expect(await problemOf(browser.call('POST', '/setup', { token, password }))).toMatchObject({ status: 403 })
  return browser
}

async function signIn(browser: Browser, given: object = {}, headers?: Record<string, string>): Promise<Response> {
  return browser.call('POST', '/session', { email, password, ...given }, headers)
}

/** The way in of people: a one-time link, a session, calls with it. */
export function signingIn(host: () => RunningHost): void {
  test('who opens the one-time link becomes the owner of what is there and of what comes, and is signed in', async () => {
    const before = await makeCompany(host())
    const browser = await ownerOf(host())
    expect(browser.setCookie).toMatch(/^ripen-\d+=[^;]{20,}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
    const later = await makeCompany(host())
    const session = await (await browser.call('GET', '/session')).json()
    expect(session).toMatchObject({ state: 'signed_in', user: { name: 'Noa Barak', email } })
    const slugs = session.workspaces.map(({ slug, role }: { slug: string; role: string }) => [slug, role])
    for (const slug of ['orchard', before.slug, later.slug]) expect(slugs).toContainEqual([slug, 'owner'])
  })

  test('a session names the workspace in a header, or while reading in the address', async () => {
    const browser = await ownerOf(host())
    const inOrchard = { 'ripen-workspace': 'orchard' }
    const byHeader = await browser.call('GET', '/api/v1/workspace', undefined, inOrchard)
    expect(await byHeader.json()).toMatchObject({ slug: 'orchard', name: 'The Orchard' })
    const byAddress = await browser.call('GET', '/api/v1/workspace?workspace=orchard')
    expect(await byAddress.json()).toMatchObject({ slug: 'orchard' })
    const told = await browser.call('POST', '/api/v1/activities', [viewed('1')], inOrchard)
    expect(await told.json()).toMatchObject({ accepted: 1 })
    expect(await problemOf(browser.call('GET', '/api/v1/workspace'))).toMatchObject({ field: 'ripen-workspace' })
    const inAddress = browser.call('POST', '/api/v1/activities?workspace=orchard', [viewed('2')])
    expect(await problemOf(inAddress)).toMatchObject({ status: 400 })
    const nobodys = browser.call('GET', '/api/v1/webinars', undefined, { 'ripen-workspace': 'melon' })
    expect(await problemOf(nobodys)).toMatchObject({ status: 404 })
  })

  test('the page of another site can change nothing with somebody’s session', async () => {
    const browser = await ownerOf(host())
    const post = (headers: Record<string, string>) =>
      statusOf(browser.call('POST', '/api/v1/activities', [viewed('3')], { 'ripen-workspace': 'orchard', ...headers }))
    expect(await post({})).toBe(200)
    expect(await post({ origin: 'https://evil.example' })).toBe(403)
    expect(await post({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await post({ 'content-type': 'text/plain' })).toBe(403)
    expect(await statusOf(signIn(openBrowser(host()), {}, { origin: 'https://evil.example' }))).toBe(403)
    const claim = browser.call('GET', '/api/v1/webinars?workspace=orchard', undefined, { 'ripen-caller': 'local' })
    expect(await problemOf(claim)).toMatchObject({ status: 403 })
  })

  test('signing out ends the session, and signing in begins another', async () => {
    await ownerOf(host())
    const browser = openBrowser(host())
    expect(await (await browser.call('GET', '/session')).json()).toEqual({ state: 'signed_out' })
    expect(await problemOf(signIn(browser, { password: 'another one' }))).toMatchObject({ status: 401 })
    expect((await signIn(browser, { email: ' NOA@Kiwi.example' })).status).toBe(200)
    const { setCookie } = browser
    expect(await statusOf(browser.call('GET', '/api/v1/webinars?workspace=orchard'))).toBe(200)
    const out = await browser.call('DELETE', '/session')
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')])
    const old = { cookie: setCookie!.split(';')[0]! }
    const call = openBrowser(host()).call('GET', '/api/v1/webinars?workspace=orchard', undefined, old)
    expect(await problemOf(call)).toMatchObject({ status: 401 })
  })

  test('a forgotten password is changed by a link, which ends every session', async () => {
    const browser = openBrowser(host())
    await ownerOf(host())
    await signIn(browser)
    const { link, purpose } = await commanded<{ link: string; purpose: string }>(host(), 'owner', 'link', email)
    expect(purpose).toBe('password')
    const token = new URL(link).hash.slice(1)
    const other = openBrowser(host())
    expect(await problemOf(other.call('POST', '/setup', { token, password: 'short' }))).toMatchObject({ status: 400 })
    expect((await other.call('POST', '/setup', { token, password })).status).toBe(201)
    expect(await statusOf(browser.call('GET', '/api/v1/webinars?workspace=orchard'))).toBe(401)
    owners.set(host(), Promise.resolve(other))
  })

  test('who tries too often is told to wait', async () => {
    await ownerOf(host())
    const browser = openBrowser(host())
    const address = 'nobody@kiwi.example'
    for (let tries = 0; tries < 10; tries++)
      expect(await statusOf(signIn(browser, { email: address, password: 'wrong one' }))).toBe(401)
    const refused = await signIn(browser, { email: address, password: 'wrong one' })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
    expect(await problemOf(refused)).toMatchObject({ status: 429 })
  })
}
