import { Chance } from '../../../src/demo/chance.ts'
import { untilQuiet } from '../../process/running.ts'
import { signed } from '../../zoom-run.ts'
import { type Company, shown } from '../company.ts'
import { connections, post } from '../post.ts'
import { databaseOf } from '../stored.ts'
import { arrivalsOf } from './arrivals.ts'
import { day, historyOf, type Told } from './history.ts'
import { storedLines } from './stored.ts'

const start = Date.parse('2026-03-24T10:00:00Z')
const asOf = '2026-05-03T10:00:00Z'

/** Histories as they happened, and as they arrive. */
export function toldOverHttp(seed: string, histories: number, most: number): { sorted: Told[]; arriving: Told[] } {
  const all = Array.from({ length: histories }, (_, number) => {
    const chance = new Chance(`${seed}/http${number}`)
    const history = historyOf(`s${number}`, chance, start + chance.whole(0, 5) * day, chance.whole(2, most))
    return { history, arrivals: arrivalsOf(history, chance.of('arrivals')) }
  })
  return {
    sorted: all.flatMap(({ history }) => history).toSorted((a, b) => a.at - b.at),
    arriving: all
      .flatMap(({ arrivals }) => arrivals)
      .toSorted((a, b) => a.at - b.at)
      .map(({ told }) => told),
  }
}

/** Tells it over so many connections at once. Throws unless each is taken. */
export async function tell(
  { server, path, secret, apiKey }: Company,
  told: readonly Told[],
  atOnce: number,
): Promise<void> {
  const agent = connections(atOnce)
  const bearer = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  let next = 0
  async function tellOn(): Promise<void> {
    for (let each = told[next++]; each; each = told[next++]) {
      const { kind, body, at } = each
      const hook = kind === 'webhook'
      const headers = hook ? signed(body, secret, String(Math.floor(at / 1000))) : bearer
      const url = server.address + (hook ? path : '/api/v1/activities')
      const { status, text } = await post(url, Buffer.from(body), headers, agent)
      if (status !== (hook ? 204 : 200) || (!hook && JSON.parse(text).rejected.length > 0))
        throw new Error(`${body} was answered by ${status} ${text}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, tellOn))
  agent.destroy()
}

interface Listed {
  id: string
  endsAt: string | null
  liveSeconds: number
}

/** Everything that this company can see as of one moment, and everything that is stored of facts. */
export async function linesOf(company: Company): Promise<string[]> {
  await untilQuiet(company.server.address)
  const { items } = JSON.parse(await shown(company, '/api/v1/webinars')) as { items: Listed[] }
  const lines: string[] = []
  for (const { liveSeconds, ...webinar } of items) {
    const { id, endsAt } = webinar
    // One that nobody ended goes on, and so does all that is shown of the present moment.
    lines.push(JSON.stringify(endsAt === null ? webinar : { ...webinar, liveSeconds }))
    lines.push(await shown(company, `/api/v1/webinars/${id}/ranking?limit=500&asOf=${asOf}`))
    if (endsAt !== null) lines.push(await fileOf(company, id))
  }
  for (const id of await everybody(company)) lines.push(await shown(company, `/api/v1/people/${id}?asOf=${asOf}`))
  const db = databaseOf(company.data, company.path.split('/').at(-1)!.split('.')[0])
  lines.push(...storedLines(db))
  db.close()
  return lines
}

/** The ranking as a file but for the moment that stands in it, or why nobody is in it. */
async function fileOf({ server, apiKey }: Company, id: string): Promise<string> {
  const headers = { authorization: `Bearer ${apiKey}` }
  const answer = await fetch(`${server.address}/api/v1/webinars/${id}/ranking.csv`, { headers })
  const text = await answer.text()
  if (answer.status !== 200 && answer.status !== 409)
    throw new Error(`a file was answered by ${answer.status}: ${text}`)
  return text.replace(/,[^,]*Z\r\n/g, '\r\n')
}

async function everybody(company: Company): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = JSON.parse(await shown(company, `/api/v1/people?limit=200${cursor && `&cursor=${cursor}`}`))
    for (const { id } of page.items as { id: string }[]) ids.push(id)
    cursor = page.nextCursor as string | null
  }
  return ids
}
