import { expect, test } from 'vitest'
import { rankingRows } from '../../src/workspace/ranking.ts'
import type { RankedPerson } from '../../src/workspace/ranking-row.ts'
import { showPerson } from '../../src/workspace/show-person.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { filled } from './filled.ts'

function everybody(ws: Workspace): RankedPerson[] {
  const rows = webinars(ws).items.flatMap(({ id }) => [...rankingRows(ws, id, {})])
  return [...new Map(rows.map((row) => [row.person.id, row])).values()]
}

function counted(values: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1
  return counts
}

test.each(['2026-11-22T08:03:17Z', '2026-03-28T21:30:00Z'])(
  'as of %s most people are cold, some warm, few hot, and every grade and stage occurs',
  async (moment) => {
    const { ws } = await filled(Date.parse(moment))
    const people = everybody(ws)
    const { cold, warm, hot } = counted(people.map(({ temperature }) => temperature))
    expect(cold! / people.length).toBeGreaterThan(0.8)
    expect([warm! > 40, warm! < 160, hot! > 25, hot! < 90]).toEqual([true, true, true, true])
    const grades = counted(people.map(({ grade }) => grade))
    for (const grade of ['A', 'B', 'C', 'D']) expect(grades[grade]! / people.length).toBeGreaterThan(0.08)
    const stages = counted(people.map(({ stage }) => stage))
    expect(Object.keys(stages).sort()).toEqual(
      ['customer', 'lead', 'mql', 'nurture', 'opportunity', 'registrant', 'sql'].sort(),
    )
    const running = webinars(ws).items.find(({ state }) => state === 'live')!
    const present = [...rankingRows(ws, running.id, { attended: 'live' })]
    expect(present.filter(({ temperature }) => temperature !== 'cold').length / present.length).toBeGreaterThan(0.8)
    const rules = new Set(
      people.flatMap(({ person }) => {
        const shown = showPerson(ws, person.id, {})
        return 'scorecard' in shown ? shown.scorecard.ledger.map(({ rule }) => rule) : []
      }),
    )
    expect([...rules].length).toBeGreaterThan(34)
  },
)
