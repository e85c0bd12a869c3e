import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { repeatedBy } from './options.ts'
import { outcomeOf } from './outcome.ts'
import { rows } from './rows.ts'
import { inWords } from './table.ts'

const seed = Number(process.env.RIPEN_BATTERY_SEED ?? randomInt(2 ** 31))

test('each row has a number of its own, and a name and marks in words', () => {
  expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
  for (const { name, mark } of rows) expect([name, mark.short, mark.long].every((words) => words !== '')).toBe(true)
})

for (const row of rows)
  test(`row ${row.number}, ${row.name}: ${row.mark.short}`, async ({ annotate, skip }) => {
    const missing = row.missing?.('short') ?? null
    skip(missing !== null, missing ?? '')
    const { outcome, why, figures } = await outcomeOf(row, { size: 'short', seed, progress: () => {} })
    await annotate(inWords(figures))
    const again = repeatedBy({ rows: [row], size: 'short', seed, json: false })
    expect(outcome, `${why}\nseen: ${inWords(figures)}\nagain: ${again}`).toBe('reached')
  })
