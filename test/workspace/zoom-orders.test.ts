import { describe, expect, it } from 'vitest'
import { ranking } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import { drained, makeHook, makeWorkspace } from '../workspaces.ts'
import { type Delivery, STARTS_AT, withLateLeaves, zoomRun } from '../zoom-run.ts'

const run = zoomRun(60)
const asOf = new Date(STARTS_AT + 5 * 86_400_000).toISOString()

/** The ranking at one moment after deliveries in this order, as bytes. */
async function rankingAfter(deliveries: readonly Delivery[]): Promise<string> {
  const { ws } = makeWorkspace(STARTS_AT + 6 * 86_400_000)
  const post = makeHook(ws)
  for (const delivery of deliveries) expect(await post(delivery)).toMatchObject({ status: 204 })
  const { items } = webinars(drained(ws))
  expect(items).toHaveLength(1)
  return JSON.stringify(ranking(ws, items[0]!.id, { asOf, limit: '500' }))
}

/** The same other order for the same seed. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed
  function next(): number {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state
  }
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

describe('one webinar in the exact shape of Zoom', async () => {
  const inOrder = await rankingAfter(run)

  it('ranks everybody who registered or came, staff and strangers left out', () => {
    const { items } = JSON.parse(inOrder)
    expect(items).toHaveLength(59)
    expect(items.some(({ person }: { person: { email: string } }) => person.email.startsWith('producer@'))).toBe(false)
    expect(
      items.every(({ person }: { person: { email: string } }) => person.email === person.email.toLowerCase()),
    ).toBe(true)
  })

  it.each([
    ['reversed', [...run].reverse()],
    ['shuffled', shuffled(run, 1)],
    ['shuffled in another way', shuffled(run, 2)],
    ['with each delivery three times', shuffled([...run, ...run, ...run], 3)],
    ['with leaves that come in late, after the rejoins', withLateLeaves(run)],
  ])('gives the same ranking, byte for byte, when it arrives %s', async (_, deliveries) => {
    expect(await rankingAfter(deliveries)).toBe(inOrder)
  })
})
