import { Chance } from '../../../src/demo/chance.ts'
import { findPeople } from '../../../src/workspace/find-people.ts'
import { ranking } from '../../../src/workspace/ranking.ts'
import { receiveActivities } from '../../../src/workspace/receive-activities.ts'
import { showPerson } from '../../../src/workspace/show-person.ts'
import { webinars } from '../../../src/workspace/webinars.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { drained, makeHook, makeWorkspace } from '../../workspaces.ts'
import { arrivalsOf } from './arrivals.ts'
import { day, historyOf, type Told } from './history.ts'
import { storedLines } from './stored.ts'

const start = Date.parse('2026-03-24T10:00:00Z')

/** What came of many histories. */
export interface Compared {
  histories: number
  events: number
  arrivals: number
  /** The names of those that came out otherwise, with the first line that differs. */
  different: string[]
}

/**
 * Histories by one seed, one after the other until `more` says no. Each is told to a workspace as it arrives, scored now
 * and then meanwhile, and to another one sorted and once; all that is stored and all that anybody can see must be the same.
 */
export async function compareHistories(seed: string, more: (done: number) => boolean): Promise<Compared> {
  const compared: Compared = { histories: 0, events: 0, arrivals: 0, different: [] }
  for (; more(compared.histories); compared.histories++) {
    const name = `h${compared.histories}`
    const chance = new Chance(`${seed}/${name}`)
    const history = historyOf(name, chance, start + chance.whole(0, 5) * day, chance.whole(2, 200))
    const arrivals = arrivalsOf(history, chance.of('arrivals'))
    compared.events += history.length
    compared.arrivals += arrivals.length
    const [expected, seen] = [await toldSorted(history), await toldAsItArrives(arrivals, chance.of('scoring'))]
    const at = expected.findIndex((line, index) => line !== seen[index])
    if (at >= 0 || seen.length !== expected.length)
      compared.different.push(
        `${seed}/${name}: expected ${expected[at]?.slice(0, 300)} and saw ${seen[at]?.slice(0, 300)}`,
      )
  }
  return compared
}

const end = start + 40 * day

async function toldSorted(history: readonly Told[]): Promise<string[]> {
  const { ws } = makeWorkspace(end)
  const tell = teller(ws)
  for (const told of history) await tell(told)
  return linesOf(ws)
}

async function toldAsItArrives(arrivals: ReturnType<typeof arrivalsOf>, chance: Chance): Promise<string[]> {
  const { ws, clock } = makeWorkspace(start - 30 * day)
  const tell = teller(ws)
  for (const { told, at } of arrivals) {
    clock.now = Math.max(clock.now, at)
    await tell(told)
    if (chance.happens(0.1)) drained(ws)
  }
  clock.now = end
  return linesOf(ws)
}

function teller(ws: Workspace): (told: Told) => Promise<void> {
  const post = makeHook(ws)
  return async ({ kind, event, at, body }) => {
    if (kind === 'webhook') {
      const { status } = await post({ event, at, body })
      if (status !== 204) throw new Error(`a webhook was answered by ${status}: ${body}`)
    } else {
      const { rejected } = await receiveActivities(ws, JSON.parse(body))
      if (rejected.length > 0) throw new Error(`an activity was rejected: ${rejected[0]!.reason}`)
    }
  }
}

function linesOf(ws: Workspace): string[] {
  drained(ws)
  const { items: people } = findPeople(ws, { limit: '500' })
  const { items } = webinars(ws)
  const rankings = items.flatMap(({ id }) => [ranking(ws, id, { limit: '500' }), ranking(ws, id, { sort: 'score' })])
  const ledgers = people.map(({ id }) => showPerson(ws, id, {}))
  return [...storedLines(ws.db), ...[people, items, rankings, ledgers].flat().map((each) => JSON.stringify(each))]
}
