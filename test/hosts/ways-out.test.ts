import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { NoAnswer, type WaysOut } from '../../src/channels/ways-out.ts'
import { cloudflareWaysOut } from '../../src/hosts/cloudflare/ways-out.ts'
import type { Lookup } from '../../src/hosts/node/resolve.ts'
import { nodeWaysOut } from '../../src/hosts/node/ways-out.ts'
import { placeOf, readOutbound } from '../../src/hosts/outbound.ts'
import { testCertificate } from './certificate.ts'
import { plainTarget, redirecting, secureTarget, type Target } from './targets.ts'

const home: Lookup = async () => [{ address: '127.0.0.1', family: 4 }]
const asked = (url: string) => ({
  url,
  headers: { 'content-type': 'application/json', 'webhook-id': 'msg_1' },
  body: '{"a":"שלום"}',
})

/** What goes wrong: the words, and whether for ever. */
async function why(answer: Promise<unknown>): Promise<[string, boolean]> {
  const error = await answer.catch((fault: unknown) => fault)
  if (error instanceof NoAnswer) return [error.message, error.isLasting]
  throw new Error(`not refused: ${JSON.stringify(error)}`)
}

const hosts: [string, (target: Target) => WaysOut][] = [
  ['Node', ({ host }) => nodeWaysOut({ RIPEN_OUTBOUND_ALLOW: host })],
  ['Cloudflare', ({ host }) => cloudflareWaysOut({ RIPEN_OUTBOUND_ALLOW: host })],
]

for (const [name, waysTo] of hosts)
  describe(`the way out of ${name}`, () => {
    it('hands over what is sent and brings the answer back', async () => {
      const seen: unknown[] = []
      const target = await plainTarget(async (request, response) => {
        const body = (await request.toArray()).join('')
        seen.push([request.method, request.url, request.headers['webhook-id'], request.headers['user-agent'], body])
        response.writeHead(429, { 'retry-after': '120' }).end('slow down')
      }, onTestFinished)
      const answered = await waysTo(target).post(asked(`${target.url}?key=1#part`), 5_000)
      expect(answered).toEqual({ status: 429, retryAfter: '120', text: 'slow down' })
      expect(seen).toEqual([['POST', '/hook?key=1', 'msg_1', 'Ripen', '{"a":"שלום"}']])
      expect(await waysTo(target).check(target.url)).toBeNull()
    })

    it('follows no redirect: it is the answer', async () => {
      const target = await redirecting(307, 'http://127.0.0.1:9/', onTestFinished)
      expect(await waysTo(target).post(asked(target.url), 5_000)).toMatchObject({ status: 307 })
    })

    it('reads 64 KB of an answer and no more', async () => {
      let written = 0
      const target = await plainTarget((_, response) => {
        const more = () => {
          while (!response.destroyed && written < 500e6 && response.write('x'.repeat(65_536))) written += 65_536
        }
        response.on('drain', more)
        more()
      }, onTestFinished)
      const { status, text } = await waysTo(target).post(asked(target.url), 5_000)
      expect([status, text.length]).toEqual([200, 65_536])
      expect(written).toBeLessThan(50e6)
    })

    it('waits no longer than it is told to', async () => {
      const target = await plainTarget(() => {}, onTestFinished)
      const began = performance.now()
      expect(await why(waysTo(target).post(asked(target.url), 300))).toEqual([
        '127.0.0.1 did not answer within 1 seconds.',
        false,
      ])
      expect(performance.now() - began).toBeLessThan(3_000)
    })

    it('takes an answer for given whose rest does not come', async () => {
      const target = await plainTarget((_, response) => void response.writeHead(200).write('ok'), onTestFinished)
      expect(await waysTo(target).post(asked(target.url), 500)).toMatchObject({ status: 200, text: 'ok' })
    })

    it('says where nobody listens', async () => {
      const target = await plainTarget(
        () => {},
        () => {},
      )
      const { host, url } = target
      const free = createServer().listen(0, '127.0.0.1')
      await once(free, 'listening')
      const { port } = free.address() as { port: number }
      await new Promise((closed) => free.close(closed))
      const there = { ...target, host: host.replace(/:\d+/, `:${port}`), url: url.replace(/:\d+/, `:${port}`) }
      const [words, isLasting] = await why(waysTo(there).post(asked(there.url), 2_000))
      expect(words).toMatch(/takes no connections on port|cannot be reached/)
      expect(isLasting).toBe(false)
      expect((await waysTo(there).check(there.url))?.text).toBe(words)
    })
  })

describe('a connection of Node', () => {
  it('is kept for the next message, and a look whether anybody is there makes one of its own', async () => {
    const target = await plainTarget((_, response) => void response.end('ok'), onTestFinished)
    const ways = nodeWaysOut({ RIPEN_OUTBOUND_ALLOW: target.host })
    for (let times = 0; times < 5; times++) await ways.post(asked(target.url), 5_000)
    expect(target.connections()).toBe(1)
    expect(await ways.check(target.url)).toBeNull()
    expect(target.connections()).toBe(2)
  })

  it('that its target closes instead of answering on it once more costs no try', async () => {
    const served = new Set<unknown>()
    let closed = 0
    const target = await plainTarget((request, response) => {
      if (served.has(request.socket)) closed++
      if (served.has(request.socket)) request.socket.destroy()
      served.add(request.socket)
      response.end('ok')
    }, onTestFinished)
    const ways = nodeWaysOut({ RIPEN_OUTBOUND_ALLOW: target.host })
    for (let times = 0; times < 10; times++)
      expect(await ways.post(asked(target.url), 5_000)).toMatchObject({ status: 200, text: 'ok' })
    expect([served.size, closed]).toEqual([10, 9])
  })
})

describe('over https Node', () => {
  const allow = (host: string) => ({ RIPEN_OUTBOUND_ALLOW: host })

  it('names the host to the server and takes only a certificate that is valid for it', async () => {
    const target = await secureTarget((_, response) => void response.end('ok'), onTestFinished)
    const trusting = nodeWaysOut(allow(target.host), { lookup: home, ca: testCertificate })
    expect(await trusting.post(asked(target.url), 5_000)).toMatchObject({ status: 200, text: 'ok' })
    expect(target.names).toEqual(['target.example'])
    expect(await trusting.check(target.url)).toBeNull()
    const other = target.url.replace('target.', 'other.')
    const ways = nodeWaysOut(allow(new URL(other).host), { lookup: home, ca: testCertificate })
    expect(await why(ways.post(asked(other), 5_000))).toEqual([
      expect.stringMatching(/other\.example has no valid certificate/),
      false,
    ])
    const wary = nodeWaysOut(allow(target.host), { lookup: home })
    expect(await why(wary.post(asked(target.url), 5_000))).toEqual([
      expect.stringMatching(/has no valid certificate/),
      false,
    ])
    expect((await wary.check(target.url))?.text).toMatch(/has no valid certificate/)
  })

  it('tells a name that leads nowhere from a name server that does not answer', async () => {
    const failing =
      (code: string): Lookup =>
      () =>
        Promise.reject(Object.assign(new Error(code), { code }))
    const url = 'https://kiwi.example/'
    expect((await nodeWaysOut({}, { lookup: failing('ENOTFOUND') }).check(url))?.text).toMatch(
      /^There is no kiwi\.example/,
    )
    expect((await nodeWaysOut({}, { lookup: failing('ETIMEOUT') }).check(url))?.text).toMatch(
      /cannot be looked up at the moment/,
    )
    const never = nodeWaysOut({}, { lookup: () => new Promise(() => {}) })
    expect(await why(never.post(asked(url), 100))).toEqual([expect.stringMatching(/cannot be looked up/), false])
  })

  it('goes through no proxy that the environment names', async () => {
    const seen: string[] = []
    const proxy = await plainTarget((request, response) => {
      seen.push(request.url ?? '')
      response.end()
    }, onTestFinished)
    const target = await plainTarget((_, response) => void response.end('ok'), onTestFinished)
    const script = `import { nodeWaysOut } from './src/hosts/node/ways-out.ts'
      const asked = { url: '${target.url}', headers: {}, body: '' }
      console.log((await nodeWaysOut({ RIPEN_OUTBOUND_ALLOW: '${target.host}' }).post(asked, 5000)).text)`
    const through = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: `http://${proxy.host}`, HTTPS_PROXY: `http://${proxy.host}` }
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: join(import.meta.dirname, '..', '..'),
      env: { ...process.env, ...through, NO_PROXY: '' },
    })
    expect(stdout.trim()).toBe('ok')
    expect(seen).toEqual([])
  })
})

describe('RIPEN_OUTBOUND_ALLOW', () => {
  it('allows a host on its port, and one without a port on 443 and 80', () => {
    const outbound = readOutbound({
      RIPEN_OUTBOUND_ALLOW: ' chat.internal , 10.0.0.5:8065,[fd00::1]:99,ripen.example',
      RIPEN_URL: 'https://ripen.example',
    })
    const taken = [
      'http://chat.internal/',
      'https://CHAT.internal./x',
      'http://10.0.0.5:8065/',
      'https://[fd00::1]:99/',
      'https://ripen.example/',
    ]
    for (const url of taken) expect(placeOf(url, outbound).isAllowed).toBe(true)
    const refused = [
      'http://chat.internal:8080/',
      'http://10.0.0.5/',
      'http://10.0.0.6:8065/',
      'https://[fd00::1]/',
      'https://a.chat.internal/',
      'https://chat.internal@10.0.0.6/',
    ]
    for (const url of refused) {
      const judged = () => placeOf(url, outbound).isAllowed
      if (url.startsWith('https://[fd00')) expect(judged()).toBe(false)
      else expect(judged).toThrow(NoAnswer)
    }
  })

  it.each([
    '*',
    'https://chat.internal',
    'chat.internal/x',
    'a b',
    'chat.internal:',
    'chat.internal:99999',
    '*.kiwi.example',
  ])('is refused in words at the start: %s', (text) => {
    expect(() => nodeWaysOut({ RIPEN_OUTBOUND_ALLOW: text })).toThrow(/RIPEN_OUTBOUND_ALLOW has ".*give hosts/)
    expect(() => cloudflareWaysOut({ RIPEN_OUTBOUND_ALLOW: text })).toThrow(/RIPEN_OUTBOUND_ALLOW/)
  })
})
