import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { openAssets } from '../../src/hosts/node/assets.ts'
import { makeHouse, makeHouseWith } from './company.ts'

const page = '<!doctype html><title>Ripen</title>'
const script = 'console.log("kiwi")'
const html = { accept: 'text/html,application/xhtml+xml' }

/** A house with a built dashboard, beside which lies a file that is none of it. */
function makeBuilt() {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const dist = join(folder, 'dist')
  mkdirSync(join(dist, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.json'), '{}')
  writeFileSync(join(dist, 'index.html'), page)
  writeFileSync(join(dist, 'seed.svg'), '<svg/>')
  writeFileSync(join(dist, '.hidden.json'), '{}')
  writeFileSync(join(dist, 'built'), '')
  writeFileSync(join(dist, 'assets/index-B1.js'), script)
  writeFileSync(join(dist, 'assets/index-B1.js.br'), brotliCompressSync(script))
  const asset = openAssets(dist)
  return { house: makeHouseWith({ asset }), asset }
}

test('every address of a screen answers the page, with a policy that lets only its own scripts run', async () => {
  const { house } = makeBuilt()
  for (const path of [
    '/',
    '/sign-in?to=%2Fw%2Fkiwi',
    '/setup',
    '/w/kiwi/webinars',
    '/w/kiwi/people/7',
    '/index.html',
  ]) {
    const answer = await house.fetch(path, { headers: html })
    expect([path, answer.status, await answer.text()]).toEqual([path, 200, page])
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self';.*frame-ancestors 'none'/,
    )
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('what is no screen is not found, as a problem', async () => {
  const { house } = makeBuilt()
  const paths = [
    '/api/v2/webinars',
    '/assets/gone.js',
    '/docs/gone',
    '/schemas/gone',
    '/session/gone',
    '/hooks/zoom/gone',
  ]
  for (const path of paths) {
    const answer = await house.fetch(path, { headers: html })
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 404, 'application/problem+json'])
  }
  expect((await house.fetch('/w/kiwi/webinars')).status).toBe(404)
  expect((await house.fetch('/w/kiwi/webinars', { method: 'POST', headers: html })).status).toBe(404)
})

test('a file whose name holds its content may be kept for ever and travels compressed to whoever takes that', async () => {
  const { house } = makeBuilt()
  const packed = await house.fetch('/assets/index-B1.js', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(Object.fromEntries(packed.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  })
  expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(script)
  for (const offer of ['gzip', 'br;q=0', 'brotli']) {
    const plain = await house.fetch('/assets/index-B1.js', { headers: { 'accept-encoding': offer } })
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, script])
  }
})

test('what has not changed is not sent again', async () => {
  const { house } = makeBuilt()
  const etag = (await house.fetch('/seed.svg')).headers.get('etag')!
  const again = await house.fetch('/seed.svg', { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text(), again.headers.get('cache-control')]).toEqual([304, '', 'no-cache'])
  expect((await house.fetch('/seed.svg', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
})

test('only what belongs to the dashboard is served', async () => {
  const { house, asset } = makeBuilt()
  const escapes = [
    '/../session.json',
    '/..%2fsession.json',
    '/%2e%2e/session.json',
    '/a/../../session.json',
    '//etc/x.json',
  ]
  for (const path of [...escapes, '/.hidden.json', '/assets\\..\\..\\secret.json', '/seed.svg\0.js'])
    expect([path, await asset(new Request('http://localhost'), path)]).toEqual([path, null])
  for (const path of ['/built', '/.hidden.json', '/assets', '/assets/', '/assets/index-B1.js.br', '/..%2fsecret.json'])
    expect([path, (await house.fetch(path)).status]).toEqual([path, 404])
})

test('without a built dashboard its address says what builds it, and the rest works', async () => {
  const house = makeHouse()
  const answer = await house.fetch('/', { headers: html })
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('"npm start" builds it')])
  expect((await house.fetch('/healthz')).status).toBe(200)
})
