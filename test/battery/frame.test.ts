import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { atLeast, atMost, is, Missed, reaching } from './marks.ts'
import { readOptions, repeatedBy } from './options.ts'
import { outcomeOf } from './outcome.ts'
import type { Row } from './row.ts'
import { tableOf } from './table.ts'

const mark = { short: 'no fig lost', long: 'no fig lost in a year' }
const figs: Row = { number: 90, name: 'figs', mark, run: async () => ({ lost: 0 }) }
const wish = { size: 'short', seed: 1, progress: () => {} } as const

test('a mark that is missed is named with what was seen, and so is one that nobody looked at', () => {
  const figures = { lost: 1, kills: 9, ready: 700 }
  expect(() => reaching(figures, { lost: is(0), kills: atLeast(10), ready: atMost(2_000), torn: is(0) })).toThrow(
    new Missed(figures, 'lost: 1, must be = 0; kills: 9, must be ≥ 10; torn: not seen, must be = 0'),
  )
  expect(reaching({ lost: 0 }, { lost: is(0) })).toEqual({ lost: 0 })
})

test('a row that misses its mark keeps its figures, and what it began is undone, the last first', async () => {
  const undone: string[] = []
  const outcome = await outcomeOf(
    {
      ...figs,
      async run({ atEnd }) {
        for (const name of ['folder', 'server']) atEnd(() => undone.push(name))
        return reaching({ lost: 2 }, { lost: is(0) })
      },
    },
    wish,
  )
  expect(outcome).toMatchObject({ outcome: 'missed', figures: { lost: 2 }, why: 'lost: 2, must be = 0' })
  expect(undone).toEqual(['server', 'folder'])
})

test('a row whose tool is missing is not run, which is no pass, and says so in words', async () => {
  const outcome = await outcomeOf({ ...figs, missing: () => 'there is no juicer' }, wish)
  expect(outcome).toMatchObject({ outcome: 'not run', why: 'there is no juicer' })
  const table = tableOf([outcome], 'npm run battery')
  for (const words of ['90  figs  NOT RUN', 'no pass: there is no juicer', '0 reached, 0 missed, 1 not run'])
    expect(table).toContain(words)
})

test('the same rows are run again with the same seed', () => {
  const options = readOptions(['--only', '90', '--short', '--seed', '12'], [figs])
  expect(options).toMatchObject({ rows: [figs], size: 'short', seed: 12 })
  const again = repeatedBy(options).split(' -- ')[1]!.split(' ')
  expect(readOptions(again, [figs])).toEqual(options)
})

test('a row that there is not is refused with the names of those that there are', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'run.ts'), '--only', 'bananas'],
    { encoding: 'utf8' },
  )
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^There is no row "bananas"\./)
})
