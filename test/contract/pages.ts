import { expect, test } from 'vitest'
import { problemOf, statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'
import { reliedOn } from './relied-on.ts'

const html = { accept: 'text/html' }

const guards = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

/** What a browser gets: the dashboard, the documentation, and what guards every answer. */
export function pages(host: () => RunningHost): void {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(host().address + path, { headers })
  const headersOf = ({ headers }: Response) => Object.fromEntries(headers)

  test('it says that it runs, in which version and how far it is', async () => {
    const answer = await get('/healthz')
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { ok: true, version: expect.stringMatching(/^\d+\.\d+\.\d+$/), backlog: expect.any(Number) },
    ])
  })

  test('the document describes every call that others rely on', async () => {
    const document = await (await get('/openapi.json')).json()
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Ripen' } })
    const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method} ${path}`),
    )
    expect(calls).toEqual(expect.arrayContaining(reliedOn))
  })

  test('the documentation is a page without scripts, with its style and the schemas of activities', async () => {
    const page = await get('/docs')
    expect(headersOf(page)).toMatchObject({
      'content-type': expect.stringMatching(/^text\/html/),
      'content-security-policy': expect.stringContaining("default-src 'none'; style-src 'self'"),
    })
    const text = await page.text()
    for (const call of reliedOn) expect(text).toContain(`<code>${call.split(' ')[1]}</code>`)
    expect(text).not.toMatch(/<script|(?:src|href)="https?:/)
    expect(headersOf(await get('/docs/style.css'))['content-type']).toMatch(/^text\/css/)
    const schema = await get('/schemas/activities/page.viewed.json')
    expect([schema.status, schema.headers.get('content-type')]).toEqual([200, 'application/schema+json'])
    expect(await statusOf(get('/schemas/activities/webinar.sang.json'))).toBe(404)
  })

  test('every address of a screen answers the page of the dashboard, with a policy that lets only its own scripts run', async () => {
    const [first, ...rest] = await Promise.all(
      ['/', '/setup', '/sign-in?to=%2Fw%2Fkiwi', '/w/kiwi/webinars'].map((path) => get(path, html)),
    )
    const page = await first!.text()
    expect(page).toContain('<title>')
    for (const each of rest) expect([each.status, await each.text()]).toEqual([200, page])
    expect(headersOf(first!)).toMatchObject({
      ...guards,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': expect.stringMatching(
        /default-src 'none'; script-src 'self';.*frame-ancestors 'none'/,
      ),
    })
  })

  test('a file of the dashboard may be kept for ever, travels compressed, and is not sent again unchanged', async () => {
    const page = await (await get('/', html)).text()
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)![1]!
    const answer = await get(script, { 'accept-encoding': 'br' })
    expect(headersOf(answer)).toMatchObject({
      ...{ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br' },
      'content-type': expect.stringMatching(/^text\/javascript/),
    })
    expect((await answer.text()).length).toBeGreaterThan(10_000)
    const etag = (await get('/seed.svg')).headers.get('etag')!
    for (const known of [etag, `W/${etag}`]) {
      const again = await get('/seed.svg', { 'if-none-match': known })
      expect([known, again.status, await again.text()]).toEqual([known, 304, ''])
    }
    expect(await statusOf(get('/seed.svg', { 'if-none-match': '"other"' }))).toBe(200)
  })

  test('what is neither a screen nor a file nor a call is 404 as a problem, also what lies beside the dashboard', async () => {
    for (const path of ['/assets/gone.js', '/docs/gone', '/api/v2/webinars', '/session/gone', '/local/workspaces'])
      expect([path, await problemOf(get(path, html))]).toMatchObject([path, { status: 404 }])
    for (const path of ['/built', '/.assetsignore', '/index.html.br', '/%2e%2e/package.json', '//x/seed.svg'])
      expect([path, await problemOf(get(path))]).toMatchObject([path, { status: 404 }])
    expect(await problemOf(fetch(`${host().address}/`, { method: 'POST' }))).toMatchObject({ status: 404 })
  })

  test('every answer is guarded, and what is asked with HEAD has the headers without the body', async () => {
    const paths = ['/', '/docs', '/healthz', '/session', '/openapi.json', '/seed.svg', '/api/v1/webinars', '/nothing']
    for (const path of [...paths, '/hooks/zoom/x']) {
      const answer = await get(path)
      expect([path, headersOf(answer)]).toMatchObject([path, guards])
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      const head = await fetch(host().address + path, { method: 'HEAD' })
      expect([path, head.status, await head.text()]).toEqual([path, answer.status, ''])
      expect(head.headers.get('content-type')).toBe(answer.headers.get('content-type'))
    }
  })
}
