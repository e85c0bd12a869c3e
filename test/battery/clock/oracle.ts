import { ranking } from '../../../src/workspace/ranking.ts'
import { withLinks } from '../../../src/workspace/replay/with-links.ts'
import { showPerson } from '../../../src/workspace/show-person.ts'
import { webinars } from '../../../src/workspace/webinars.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { drained, makeHook, makeWorkspace } from '../../workspaces.ts'
import type { Delivery } from '../../zoom-run.ts'
import { type Company, shown } from '../company.ts'

type Row = Record<string, unknown> & { person: { id: string } }

/**
 * How a server's stored answers of the present moment differ from what a workspace shows that was told the same once and
 * scored from nothing as of that very moment. Empty when they do not.
 */
export async function differences(company: Company, told: readonly Delivery[]): Promise<string[]> {
  const list = JSON.parse(await shown(company, '/api/v1/webinars')) as { items: ({ id: string } & object)[] }
  const found: string[] = []
  for (const { id } of list.items) {
    const seen = JSON.parse(await shown(company, `/api/v1/webinars/${id}/ranking?limit=500`)) as {
      asOf: string
      items: Row[]
    }
    const { ws } = makeWorkspace(Date.parse(seen.asOf), { observes: ['mail', 'site'] })
    const post = makeHook(ws)
    for (const delivery of told) await post(delivery)
    drained(ws)
    const expected = ranking(ws, id, { limit: '500' }) as unknown as { items: Row[] }
    found.push(...compared(`ranking of ${id} at ${seen.asOf}`, expected.items, seen.items))
    const [counted, listed] = [webinars(ws).items, list.items].map((items) => items.filter((item) => item.id === id))
    found.push(...compared(`webinar ${id} at ${seen.asOf}`, counted!.map(standing), listed!.map(standing)))
    for (const { person } of seen.items.slice(0, 5)) {
      const asOf = seen.asOf
      const page = JSON.parse(await shown(company, `/api/v1/people/${person.id}?asOf=${asOf}`))
      const expectedPage = personWithLinks(ws, person.id, asOf, company.server.address)
      found.push(...compared(`person ${person.id} at ${asOf}`, [expectedPage], [page]))
    }
  }
  return found
}

function personWithLinks(ws: Workspace, id: string, asOf: string, origin: string): object {
  const page = showPerson(ws, id, { asOf })
  return 'movedTo' in page ? page : { ...page, webinars: withLinks(ws, id, page.webinars, origin) }
}

/** The list is asked for a moment earlier, so that while the webinar is on a little less of it has passed. */
function standing(item: object): object {
  return { ...item, liveSeconds: 0 }
}

function compared(what: string, expected: readonly unknown[], seen: readonly unknown[]): string[] {
  const lines = [expected, seen].map((list) => JSON.parse(JSON.stringify(list)).map(flat)) as [string[], string[]]
  const [first, second] = lines
  const at = Array.from({ length: Math.max(first.length, second.length) }, (_, at) => at).find(
    (at) => first[at] !== second[at],
  )
  return at === undefined ? [] : [`${what}, ${at}: ${parting(first[at], second[at])}`]
}

/** Two texts from shortly before they part. */
function parting(expected = '', seen = ''): string {
  let same = 0
  while (same < expected.length && expected[same] === seen[same]) same++
  const [first, second] = [expected, seen].map((text) => text.slice(Math.max(0, same - 100), same + 300))
  return `expected …${first}, seen …${second}`
}

/** With the members in one order. */
function flat(value: unknown): string {
  return JSON.stringify(value, (_, member) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}
