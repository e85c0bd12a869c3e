import { setImmediate } from 'node:timers/promises'
import { NoAnswer, type WaysOut } from '../../../src/channels/ways-out.ts'
import { cloudflareWaysOut } from '../../../src/hosts/cloudflare/ways-out.ts'
import { isPublic, type Lookup } from '../../../src/hosts/node/resolve.ts'
import { nodeWaysOut } from '../../../src/hosts/node/ways-out.ts'
import { canary, connectionAttempts } from '../../hosts/attempts.ts'
import { redirecting } from '../../hosts/targets.ts'
import { atLeast, is, reaching } from '../marks.ts'
import { corpus } from '../outbound/corpus.ts'
import type { Row } from '../row.ts'

const env = { RIPEN_URL: 'https://ripen.example' }
/** Passes for public, and nobody has it: no test calls a machine of somebody else. */
const NOBODY = '2000::dead'
const SOON = 500

/** Where alerts may not go: inward. Names lead where the list says, and literals to themselves. */
export const outbound: Row = {
  number: 26,
  name: 'outbound addresses',
  mark: {
    short:
      'of more than 200 addresses that lead inward, redirects and names that change their mind, none connects to one that is not public, and all are refused in words',
    long: 'the same, with 200 names that change their mind',
  },
  async run({ size, atEnd, progress }) {
    const within = await canary(atEnd)
    const attempts = connectionAttempts(atEnd)
    const { urls, names } = corpus(within.port)
    const known = new Map(names.map(({ host, to }) => [host, to]))
    const lookup: Lookup = async (host) =>
      (known.get(host) ?? [NOBODY]).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    const node = nodeWaysOut(env, { lookup })
    const worker = cloudflareWaysOut(env)
    const taken: string[] = []
    for (const url of urls) {
      if (!(await refuses(node, url))) taken.push(`node ${url}`)
      const isName = [...known.keys()].some((name) => url.includes(`//${name}/`))
      if (!isName && !(await refuses(worker, url))) taken.push(`cloudflare ${url}`)
    }
    progress(`${urls.length} addresses`)
    const duringCorpus = attempts().length

    const turned = size === 'short' ? 10 : 200
    const lookups = await changingItsMind(turned)
    const redirects = await redirected(within.port)
    const inward = attempts().filter((address) => address !== '127.0.0.1' && !isPublic(address)).length
    const reachedInward = within.reached()
    const allowed = nodeWaysOut({ RIPEN_OUTBOUND_ALLOW: `127.0.0.1:${within.port}` })
    await allowed.post({ url: `http://127.0.0.1:${within.port}/`, headers: {}, body: '' }, SOON)
    await setImmediate()
    return reaching(
      {
        addresses: urls.length,
        'not refused': taken.length === 0 ? 0 : taken.slice(0, 5).join(' '),
        'connections begun for them': duringCorpus,
        'names asked twice': lookups,
        'connected to what was looked at': attempts().filter((address) => address === NOBODY).length,
        'redirects followed': redirects,
        'other connections inward': inward,
        'reached within': reachedInward,
        'reached where it is allowed': within.reached(),
      },
      {
        addresses: atLeast(200),
        'not refused': is(0),
        'connections begun for them': is(0),
        'names asked twice': is(0),
        'connected to what was looked at': is(turned),
        'redirects followed': is(0),
        'other connections inward': is(0),
        'reached within': is(0),
        'reached where it is allowed': is(1),
      },
    )

    /** Names that are public when they are looked at and lead inward from then on. How many were looked at again. */
    async function changingItsMind(count: number): Promise<number> {
      const asked = new Map<string, number>()
      const turning: Lookup = async (host) => {
        const before = asked.get(host) ?? 0
        asked.set(host, before + 1)
        return before === 0 ? [{ address: NOBODY, family: 6 }] : [{ address: '127.0.0.1', family: 4 }]
      }
      const ways = nodeWaysOut(env, { lookup: turning })
      const posts = Array.from({ length: count }, (_, n) =>
        ways.post({ url: `https://turns-${n}.example/`, headers: {}, body: '' }, SOON).catch(() => null),
      )
      await Promise.all(posts)
      return [...asked.values()].filter((times) => times !== 1).length
    }

    async function redirected(port: number): Promise<number> {
      let followed = 0
      for (const status of [301, 302, 303, 307, 308])
        for (const to of [
          `http://127.0.0.1:${port}/`,
          `https://127.0.0.1:${port}/`,
          `//localhost:${port}/`,
          'http://169.254.169.254/',
        ]) {
          const from = await redirecting(status, to, atEnd)
          const ways = nodeWaysOut({ RIPEN_OUTBOUND_ALLOW: from.host })
          const answered = await ways.post({ url: from.url, headers: {}, body: '' }, 2_000)
          if (answered.status !== status) followed++
        }
      return followed
    }
  },
}

/** Whether both ways of calling it end in a refusal for ever, in words. */
async function refuses(ways: WaysOut, url: string): Promise<boolean> {
  const why = await ways.post({ url, headers: {}, body: '' }, SOON).catch((error: unknown) => error)
  return why instanceof NoAnswer && why.isLasting && why.message.endsWith('.') && (await ways.check(url)) !== null
}
