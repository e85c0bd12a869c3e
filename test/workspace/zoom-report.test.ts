import { describe, expect, it } from 'vitest'
import { importFile } from '../../src/workspace/import-file.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeHook, makeWorkspace } from '../workspaces.ts'
import { attendeeReport } from '../zoom-report.ts'
import { type Delivery, STARTS_AT, zoomRun } from '../zoom-run.ts'

const run = zoomRun(60)
const bytes = attendeeReport(run)
const asOf = new Date(STARTS_AT + 5 * 86_400_000).toISOString()

function makeDay() {
  const { ws } = makeWorkspace(STARTS_AT + 6 * 86_400_000)
  const post = makeHook(ws)
  return {
    ws,
    report: () => importFile(ws, { file: 'attendees.csv', bytes }),
    async webhooks(deliveries: readonly Delivery[]) {
      for (const delivery of deliveries) expect(await post(delivery)).toMatchObject({ status: 204 })
    },
  }
}

function rankingOf(ws: Workspace) {
  const { items } = webinars(drained(ws))
  expect(items).toHaveLength(1)
  return { webinar: items[0]!, ...ranking(ws, items[0]!.id, { asOf, limit: '500' }) }
}

/** What a report must not change when no webhook was lost. */
function outcome(ws: Workspace) {
  return rankingOf(ws).items.map(({ attendance: { evidence: _, provisional: __, ...attendance }, ...row }) => ({
    ...row,
    attendance,
  }))
}

/** Of everybody but the one who dialled in too: a report does not say whose a phone was. */
function presence(ws: Workspace): Record<string, unknown> {
  const computers = rankingOf(ws).items.filter(({ person }) => person.email !== 'person0@firm0.example')
  return Object.fromEntries(computers.map(({ person, presence }) => [person.email, presence.live]))
}

describe('an Attendee Report and the webhooks of the same webinar', async () => {
  const live = makeDay()
  await live.webhooks(run)

  it('after complete webhooks the report changes nothing', async () => {
    const day = makeDay()
    await day.webhooks(run)
    await day.report()
    expect(outcome(day.ws)).toEqual(outcome(live.ws))
  })

  it('before, after or in between: the same ranking', async () => {
    const [before, after, between] = [makeDay(), makeDay(), makeDay()]
    await before.report()
    await before.webhooks(run)
    await after.webhooks(run)
    await after.report()
    await between.webhooks(run.slice(0, 70))
    await between.report()
    await between.webhooks(run.slice(70))
    expect(rankingOf(before.ws)).toEqual(rankingOf(after.ws))
    expect(rankingOf(between.ws)).toEqual(rankingOf(after.ws))
  })

  it('puts right what lost webhooks left wrong, to the second', async () => {
    const day = makeDay()
    await day.webhooks(run.filter(({ event }, index) => event !== 'webinar.participant_left' || index % 2 === 0))
    expect(presence(day.ws)).not.toEqual(presence(live.ws))
    await day.report()
    expect(presence(day.ws)).toEqual(presence(live.ws))
  })

  it('without webhooks gives the same stays to the second, and twice imported changes nothing', async () => {
    const day = makeDay()
    const first = await day.report()
    expect(first).toMatchObject({ kind: 'zoom-attendees', rows: expect.any(Number), skipped: [] })
    expect(first.facts).toBeGreaterThan(100)
    const once = rankingOf(day.ws)
    expect(await day.report()).toMatchObject({ facts: 0, people: first.people })
    expect(rankingOf(day.ws)).toEqual(once)
    // No schedule is in the report, so that the live time is the running one, 600 s longer at its start.
    const shifted = (spans: unknown) =>
      (spans as [number, number][]).map(([from, to]) => [
        Math.min(3600, Math.max(0, from - 600)),
        Math.min(3600, Math.max(0, to - 600)),
      ])
    const stays = presence(day.ws)
    for (const [email, spans] of Object.entries(presence(live.ws))) expect(shifted(stays[email])).toEqual(spans)
  })
})
