import { secret } from '../../http/company.ts'
import { signed } from '../../zoom-run.ts'
import type { Figures } from '../row.ts'
import { type Call, written } from './calls.ts'
import { type Ids, type Kind, outside, queries, type Rights } from './kinds.ts'
import { marker, type Side, type Two } from './two.ts'

type Ask = (method: string, path: string, body: object | null) => Promise<{ status: number; text: string }>

/** Calls what A may call with ids of B, and what B may call with its own; names what went otherwise than it must. */
export async function foreignFigures(two: Two, calls: readonly Call[]): Promise<Figures> {
  const { a, b } = two
  const [wrong, leaked, dead] = [new Set<string>(), new Set<string>(), new Set<string>()]
  let asked = 0

  for (const [who, ask] of Object.entries(doorsOf(two)))
    for (const call of calls) {
      const note = ({ text }: { text: string }) => {
        asked++
        if (text.toLowerCase().includes(marker)) leaked.add(`${call.name} by ${who}`)
      }
      for (const ids of mixed(call.kinds, a.ids, b.ids)) {
        const { path, body } = written(call, ids)
        const answer = await ask(call.method, path, body)
        note(answer)
        if (answer.status !== 404) wrong.add(`${call.name} by ${who}: ${answer.status}`)
      }
      if (call.method === 'GET') for (const path of ownPaths(call, a)) note(await ask('GET', path, null))
    }

  const rights = await rightsOf(two)
  for (const [name, call] of Object.entries(outside)) {
    const status = call ? await swapped(two, call(rights)) : 404
    if (status !== 404) wrong.add(`${name} of another: ${status}`)
  }

  // What is taken away goes last, so that the ids of B are there for all others.
  const own = [...calls].sort((one, other) => order(one) - order(other))
  const ask = byKey(two, b)
  for (const call of own.filter(({ kinds }) => kinds.length > 0)) {
    const { path, body } = written(call, b.ids)
    const { status, text } = await ask(call.method, path, body)
    if (status === 404 && call.kinds.some((kind) => text.includes(b.ids[kind]))) dead.add(call.name)
  }
  return {
    calls: calls.length,
    asked,
    'answered otherwise than 404': [...wrong].join('; '),
    'answers with foreign bytes': [...leaked].join('; '),
    'ids that are none in their own': [...dead].join('; '),
  }
}

async function rightsOf({ house, b: { company, ids } }: Two): Promise<Rights> {
  type NoShows = { items: { link: string }[] }
  const { items } = await house.get<NoShows>(company, `/webinars/${ids.webinar}/no-shows`)
  const link = new URL(items[0]!.link).pathname
  if ((await house.fetch(link)).status !== 200) throw new Error('the link of B opens nothing in B')
  const { last } = await house.get<{ last: { link: string } }>(company, `/schedules/${ids.schedule}`)
  const file = new URL(last.link).pathname
  if ((await house.fetch(file)).status !== 200) throw new Error('the link to a file of B opens nothing in B')
  return { link, file, hook: company.hook }
}

/** What comes of a right of B that says it is one of A. */
async function swapped({ house, a, b }: Two, { path, body }: { path: string; body?: object }): Promise<number> {
  const as = path.replace(b.company.ws.id, a.company.ws.id)
  if (!body) return (await house.fetch(as)).status
  const text = JSON.stringify(body)
  const headers = { 'content-type': 'application/json', ...signed(text, secret) }
  return (await house.fetch(as, { method: 'POST', headers, body: text })).status
}

/** The two ways in: A's key, and its owner's session. */
function doorsOf(two: Two): Record<string, Ask> {
  const { a, owner } = two
  return {
    key: byKey(two, a),
    async session(method, path, body) {
      const headers = { 'ripen-workspace': a.company.ws.id }
      const answer = await owner.call(method, path, { headers, ...(body && { body }) })
      return { status: answer.status, text: await answer.text() }
    },
  }
}

function byKey({ house }: Two, { company }: Side): Ask {
  return async (method, path, body) => {
    const headers: Record<string, string> = { authorization: `Bearer ${company.apiKey}` }
    if (body) headers['content-type'] = 'application/json'
    const answer = await house.fetch(path, { method, headers, body: body && JSON.stringify(body) })
    return { status: answer.status, text: await answer.text() }
  }
}

/** Ids of which all are B's, or one of several. */
function mixed(kinds: readonly Kind[], own: Ids, foreign: Ids): Ids[] {
  const one = kinds.length > 1 ? kinds.map((kind) => ({ ...own, [kind]: foreign[kind] })) : []
  return kinds.length > 0 ? [foreign, ...one] : []
}

/** A's own answer, and that to who looks for something of B in it. */
function ownPaths(call: Call, { ids }: Side): string[] {
  const { path } = written(call, ids)
  const looked = Object.entries(queries).filter(([name]) => call.queries.includes(name))
  return [path, ...looked.map(([name, of]) => `${path}?${new URLSearchParams({ [name]: of(marker) })}`)]
}

const last = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

function order({ method }: Call): number {
  return last.indexOf(method)
}
