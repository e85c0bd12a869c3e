import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refused } from '../../../src/domain/refusal.ts'
import type { Statement } from '../../../src/domain/statement.ts'
import { pullPage } from '../../../src/workspace/pulls/pull-page.ts'
import { showPulls } from '../../../src/workspace/pulls/show-pulls.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { makeWorkspace } from '../../workspaces.ts'
import { day, ended, joined, left, minute, registered, scheduled, start, started, take, zoom } from '../told.ts'
import { connected, fetchUntil, pages, problem, scripted } from './scripted.ts'

const over = start + 60 * minute
const people = Array.from({ length: 12 }, (_, i) => `R${i}`)

const webhooks: Statement[] = [
  scheduled(),
  started(),
  ...people.map((id) => registered(id, `${id}@kiwi.example`.toLowerCase())),
  ...people.flatMap((id, i) => [joined(`s${i}`, i, zoom(id)), left(`s${i}`, 30 + i, zoom(id))]),
  ended(),
]

/** The report: every stay once, closed. */
const stays = people.map(
  (id, i): Statement => ({
    ...{ id: `attended/s${i}`, type: 'webinar.attended', time: start + (30 + i) * minute, person: zoom(id) },
    webinar: { platform: 'zoom', platformId: '87123456789', instance: 'roomA==' },
    data: { joinedAt: start + i * minute, leftAt: start + (30 + i) * minute, evidence: 'report' },
  }),
)
const polls = people.map(
  (id, i): Statement => ({
    ...{ id: `poll/${i}`, type: 'poll.answered', time: start + (20 + i) * minute, person: zoom(id) },
    webinar: { platform: 'zoom', platformId: '87123456789', instance: 'roomA==' },
    data: { poll: 'When?', answer: 'Soon' },
  }),
)

const answers = () => ({
  webinar: pages([started(), ended()]),
  registrants: pages(
    people.slice(0, 6).map((id) => registered(id, `${id}@kiwi.example`.toLowerCase())),
    [],
  ),
  participants: pages(stays.slice(0, 4), stays.slice(4, 8), stays.slice(8)),
  polls: pages(polls),
})

/** All that is stored of facts, however they got their numbers. */
function factsOf(ws: Workspace): unknown[] {
  return ws.db
    .prepare(
      `SELECT hex(f.id) AS id, hex(k.id) AS key, n.name, f.type, f.time, f.data, f.profile FROM fact f
       LEFT JOIN person_key k ON k.number = f.key LEFT JOIN webinar_name n ON n.number = f.name ORDER BY f.id`,
    )
    .all()
}

async function made() {
  const { ws, clock } = makeWorkspace(start - day)
  const fetching = scripted(clock, answers())
  await connected(ws, fetching)
  return { ws, clock, fetching }
}

async function undisturbed() {
  const { ws, clock, fetching } = await made()
  take(ws, ...webhooks)
  await fetchUntil(ws, clock, over + 3 * 60 * minute, fetching)
  return { facts: factsOf(ws), pulls: showPulls(ws).items }
}

test('wherever it is broken off, and whatever Zoom refuses in between, the facts are the same in the end', async () => {
  const { facts, pulls } = await undisturbed()
  expect(facts.length).toBeGreaterThan(60)
  const fault = fc.constantFrom(
    'fault' as const,
    'dropped' as const,
    'limited' as const,
    'unavailable' as const,
    'page_expired' as const,
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(9), fault), { maxLength: 6 }), async (faults) => {
      const { ws, clock, fetching } = await made()
      take(ws, ...webhooks)
      const left = faults.map(([after, kind]) => ({ after, kind }))
      const inner = fetching.steps
      const faulty = {
        ...fetching,
        steps: inner.map((step) => ({
          ...step,
          async page(...given: Parameters<typeof step.page>) {
            const [next] = left
            if (next && next.after-- === 0) {
              left.shift()
              if (next.kind === 'fault') throw new TypeError('a fault of the reader')
              if (next.kind === 'dropped') {
                // What came back is never stored, as when the process ends before.
                await step.page(...given)
                throw problem('page_expired')
              }
              throw problem(next.kind, next.kind === 'limited' ? clock.now + 3 * minute : null)
            }
            return step.page(...given)
          },
        })),
      }
      await fetchUntil(ws, clock, over + 8 * 60 * minute, faulty)
      expect(factsOf(ws)).toEqual(facts)
      expect(showPulls(ws).items.filter(({ state }) => state === 'running')).toEqual([])
    }),
    { numRuns: 40 },
  )
  expect(pulls.filter(({ endedAt }) => endedAt !== null)).toHaveLength(2)
})

test('a transaction that fails at any moment leaves no page half counted: it is asked for again', async () => {
  const { facts } = await undisturbed()
  for (let failing = 1; failing < 14; failing++) {
    const { ws, clock, fetching } = await made()
    take(ws, ...webhooks)
    clock.now = over + 15 * minute
    let left = failing
    const { relaxed } = ws
    Object.assign(ws, {
      relaxed: <T>(job: () => T) =>
        relaxed(() => {
          const result = job()
          if (--left === 0) throw new Refused('unavailable', 'the disk fails before the commit')
          return result
        }),
    })
    for (;;) {
      const goesOn = await pullPage(ws, 1, undefined, fetching).catch(() => true)
      if (!goesOn) break
    }
    Object.assign(ws, { relaxed })
    await fetchUntil(ws, clock, over + 8 * 60 * minute, fetching)
    expect([failing, factsOf(ws)]).toEqual([failing, facts])
  }
})

test('webhooks and pages give the same facts in whatever order they come', async () => {
  const { facts } = await undisturbed()
  const order = fc.shuffledSubarray([...webhooks.keys()], { minLength: webhooks.length })
  const turns = fc.array(fc.nat(2), { minLength: webhooks.length, maxLength: webhooks.length })
  await fc.assert(
    fc.asyncProperty(order, turns, async (order, turns) => {
      const { ws, clock, fetching } = await made()
      clock.now = over + 20 * minute
      for (const [i, at] of order.entries()) {
        take(ws, webhooks[at]!)
        for (let turn = 0; turn < turns[i]!; turn++) await pullPage(ws, 1, undefined, fetching)
      }
      await fetchUntil(ws, clock, over + 8 * 60 * minute, fetching)
      expect(factsOf(ws)).toEqual(facts)
    }),
    { numRuns: 30 },
  )
})

test('what comes back after it was stopped is dropped, and asked for again', async () => {
  const { ws, clock, fetching } = await made()
  take(ws, ...webhooks)
  clock.now = over + 15 * minute
  await pullPage(ws, 1, undefined, fetching)
  const before = factsOf(ws)
  const stop = new AbortController()
  const late = pullPage(ws, 1, stop.signal, fetching)
  stop.abort()
  expect(await late).toBe(false)
  expect(factsOf(ws)).toEqual(before)
  await fetchUntil(ws, clock, over + 3 * 60 * minute, fetching)
  expect(factsOf(ws)).toEqual((await undisturbed()).facts)
})
