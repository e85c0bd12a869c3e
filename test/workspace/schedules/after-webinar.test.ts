import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Statement } from '../../../src/domain/statement.ts'
import { backlog } from '../../../src/workspace/drain.ts'
import { nextScheduleAt } from '../../../src/workspace/schedules/due.ts'
import { runNow, showSchedule } from '../../../src/workspace/schedules/show.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { drained } from '../../workspaces.ts'
import * as told from '../told.ts'
import { day, hour, met, monday, scheduled } from './scheduled.ts'

const each = { every: 'webinar', hours: 1 } as const

interface Run {
  number: number
  from: number
  topic: string
  came: string[]
  missed: string[]
}

/** A webinar of an hour as Zoom told it, with an end or still running. */
function taken(ws: Workspace, { number, from, topic, came, missed }: Run, isOver = true): void {
  const here = (statement: Statement): Statement => {
    const webinar = { ...statement.webinar!, platformId: String(number) }
    const data = statement.type === 'webinar.scheduled' ? { ...statement.data, startsAt: from, topic } : statement.data
    const time = statement.time - told.start + from
    return { ...statement, id: `${number}/${statement.id}`, time, webinar, data } as Statement
  }
  const people = [...came, ...missed]
  const statements = [
    told.scheduled('educational'),
    ...people.map((name) => told.registered(name, `${name}@kiwi.example`)),
    told.started(),
    ...came.map((name) => told.joined(`${number} ${name}`, 0, { platform: 'zoom', email: `${name}@kiwi.example` })),
    ...(isOver ? [told.ended()] : []),
  ]
  told.take(ws, ...statements.map(here))
  drained(ws)
}

const first: Run = { number: 1, from: monday + hour, topic: 'Ripe figs', came: ['dana'], missed: ['noa'] }
const second: Run = { number: 2, from: monday + 5 * hour, topic: 'Ripe kiwis', came: ['noa'], missed: [] }

test('an hour after its end the list of a webinar goes out, once and of its people alone, and so with the next', async () => {
  const { ws, clock, out, house, add, ring } = await scheduled()
  const { id, nextAt } = add({ name: 'After each', segment: null, when: each })
  expect(nextAt).toBeNull()
  clock.now = first.from + 30 * 60_000
  taken(ws, first, false)
  clock.now = first.from + hour
  taken(ws, first)
  expect(nextScheduleAt(ws)).toBe(first.from + 2 * hour)
  expect(await ring()).toBe(0)
  clock.now = first.from + 2 * hour
  drained(ws)
  expect(await ring()).toBe(1)
  expect(await ring()).toBe(0)
  expect(out.mails[0]!.subject).toContain('After each: Ripe figs')
  expect(out.mails[0]!.text).toContain('2 people')
  const { last } = showSchedule(ws, id)

  clock.now = second.from + 2 * hour
  taken(ws, second)
  expect(await ring()).toBe(1)
  expect(out.mails[1]!.text).toContain('1 person')
  const file = await house.fetch(last!.link!, { method: 'POST' })
  const rows = parse(await file.text(), { columns: true, bom: true }) as Record<string, string>[]
  expect(rows.map((row) => row['E-mail']).sort()).toEqual(['dana@kiwi.example', 'noa@kiwi.example'])
})

test('a segment narrows it down to those of the webinar who are in it, and one about a webinar is about this one', async () => {
  const { ws, clock, out, add, ring } = await scheduled()
  taken(ws, { ...second, from: monday - 2 * day })
  add({ name: 'No-shows', segment: 'lastNoShows', when: each })
  clock.now = first.from + 2 * hour
  taken(ws, first)
  expect(await ring()).toBe(1)
  expect(out.mails[0]!.text).toContain('1 person')
})

test('a list waits until everybody is scored, however long ago the webinar was', async () => {
  const { ws, clock, add, ring } = await scheduled()
  add({ segment: null, when: each })
  clock.now = first.from + 2 * day
  taken(ws, first)
  told.take(ws, met('late'))
  expect(backlog(ws)).toBeGreaterThan(0)
  expect(await ring()).toBe(0)
  drained(ws)
  expect(await ring()).toBe(1)
})

test('two webinars that end at once have a list each', async () => {
  const { ws, clock, out, add, ring } = await scheduled()
  add({ segment: null, when: each })
  clock.now = first.from + 3 * hour
  taken(ws, first)
  taken(ws, { ...second, from: first.from })
  expect((await ring()) + (await ring())).toBe(2)
  expect(out.mails.map(({ subject }) => /figs|kiwis/.exec(subject)![0]).sort()).toEqual(['figs', 'kiwis'])
})

test('what ended before it was made, or a week before it was heard of, is history', async () => {
  const { ws, clock, add, ring } = await scheduled()
  taken(ws, { ...second, from: monday - 3 * hour })
  add({ segment: null, when: each })
  expect(await ring()).toBe(0)
  clock.now = monday + 9 * day
  taken(ws, first)
  expect(await ring()).toBe(0)
})

test('by hand it is about the webinar that ended last, and refused where none has', async () => {
  const { ws, clock, add } = await scheduled()
  const { id } = add({ segment: null, when: each })
  await expect(runNow(ws, id)).rejects.toThrow('No webinar has ended yet')
  clock.now = first.from + hour
  taken(ws, first)
  expect(await runNow(ws, id)).toMatchObject({ last: { result: 'sent', people: 2 } })
  expect(nextScheduleAt(ws)).toBe(first.from + 2 * hour)
})
