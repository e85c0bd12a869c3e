import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Size } from './growth/growth.ts'
import type { Million } from './million/million.ts'
import { readOptions } from './options.ts'
import { type Row, rowOf } from './row.ts'
import { tableOf } from './table.ts'

/** `npm run bench` with these arguments; its scratch data goes below `folder`. */
async function bench(folder: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run.ts'), '--folder', folder, ...args])
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (text) => (stdout += text))
  child.stderr.on('data', (text) => (stderr += text))
  const [code] = await once(child, 'close')
  return { code, stdout, stderr }
}

const measured: Parameters<typeof rowOf>[0] = {
  name: 'ingest',
  what: 'webhooks',
  against: 'a bare server',
  value: 5_000,
  unit: '/s',
  baseline: 20_000,
  goal: 0.3,
  goalOf: 'ratio',
  goalIs: 'least',
  must: [{ what: 'ratio', got: 0.25, asked: '≥ 0.2', ok: true }],
}

test('the smallest run measures every path of the contract beside its baseline and leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const only = 'storage,ingest,rescore,ranking,export,ingest-filled'
  const { code, stdout, stderr } = await bench(folder, '--json', '--no-peers', '--scale', '0.001', '--only', only)
  expect(stderr).toContain('filling')
  expect(code).toBe(0)
  const { machine, scale, rows } = JSON.parse(stdout) as { machine: object; scale: number; rows: Row[] }
  expect(scale).toBe(0.001)
  expect(Object.keys(machine)).toEqual(expect.arrayContaining(['cpu', 'cores', 'memoryGb', 'disk', 'node', 'sqlite']))
  const pages = ['webinar-first', 'webinar-deep', 'score-first', 'score-deep'].map((page) => `ranking-${page}`)
  expect(rows.map(({ name }) => name)).toEqual([
    ...['storage', 'ingest', 'rescore'],
    ...pages,
    ...['export', 'ingest-filled'],
  ])
  for (const { value, unit, baseline, ratio, goal, must, reached } of rows) {
    expect([value > 0, unit !== '', baseline! > 0, goal > 0]).toEqual([true, true, true, true])
    expect(ratio! / (value / baseline!)).toBeCloseTo(1, 2)
    expect(reached === 'no').toBe(!must.every(({ ok }) => ok))
  }
  expect(readdirSync(folder)).toEqual([])
})

test('a row that misses what it must reach has not reached its goal either', () => {
  expect(rowOf(measured)).toMatchObject({ ratio: 0.25, reached: 'must' })
  expect(rowOf({ ...measured, value: 6_000 })).toMatchObject({ ratio: 0.3, reached: 'goal' })
  const missed = [{ what: 'p99 ms', got: 400, asked: '≤ 250', ok: false }]
  expect(rowOf({ ...measured, value: 6_000, must: missed })).toMatchObject({ ratio: 0.3, reached: 'no' })
  expect(rowOf({ ...measured, goalIs: 'most', goal: 0.2 })).toMatchObject({ reached: 'must' })
})

test('the table names the machine, what was missed, and that a small run says little', () => {
  const machine = {
    ...{ date: '2026-05-12T14:00:00.000Z', cpu: 'Fig 3000', cores: 2, memoryGb: 8, system: 'Linux 6 x64' },
    ...{ disk: 'ext4 (/dev/fig)', freeGb: 20, syncMs: 1.5, node: 'v24.0.0', sqlite: '3.51.3', stolen: 0.25 },
  }
  const rows = [rowOf({ ...measured, must: [{ what: 'ratio', got: 0.25, asked: '≥ 0.4', ok: false }] })]
  const table = tableOf(rows, machine, 0.1)
  for (const words of [
    'Fig 3000, 2 cores',
    'gave 25 % of the cores’ time to others',
    'ext4',
    'v24.0.0',
    '3.51.3',
    'MISSED ratio 0.25 ≥ 0.4',
    'QUICK',
  ])
    expect(table).toContain(words)
  expect(tableOf(rows, machine, 1)).not.toContain('QUICK')
})

test('a row that there is not is refused with the names of those that there are', async () => {
  const { code, stdout, stderr } = await bench(tmpdir(), '--only', 'bananas')
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^There is no row "bananas"\.\n[\s\S]*\nRows: .*rescore/)
})

test('the smallest million is stored completely and exactly once, with what was seen of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { code, stdout, stderr } = await bench(folder, '--million', '--json', '--scale', '0.001')
  expect(stderr).toMatch(/exit|comparing/)
  const { million } = JSON.parse(stdout) as { million: Million }
  const { people, webhooks, parts, lost, checks } = million
  expect({ people, webhooks, lost }).toEqual({ people: 1_000, webhooks: 3_603, lost: 0 })
  expect(checks.length).toBeGreaterThan(10)
  for (const { what, sent, stored } of checks) expect([what, stored]).toEqual([what, sent])
  for (const { deliveries, tries } of parts) {
    expect(tries.reduce((sum, { stored }) => sum + stored, 0)).toBe(deliveries)
    expect(Object.values(tries[0]!).reduce((sum, count) => sum + count, 0)).toBe(deliveries)
  }
  for (const figure of [million.front.longest, million.health.longest, million.database, million.largestWal])
    expect(figure).toBeGreaterThan(0)
  expect(million.ranking.map(({ order }) => order)).toEqual(['webinar', 'score'])
  expect(code).toBe(0)
  expect(readdirSync(folder)).toEqual([])
})

test('the smallest growth has each path beside its baseline, and a picture', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const picture = join(folder, 'growth.svg')
  const { code, stdout } = await bench(folder, '--growth', '--json', '--scale', '0.0001', '--picture', picture)
  expect(code).toBe(0)
  const { growth } = JSON.parse(stdout) as { growth: Size[] }
  expect(growth.map(({ facts, people }) => [facts, people])).toEqual([[10_000, 1_000]])
  for (const { ingest, byPoints, byScore, rescore } of growth)
    for (const { value, baseline, ofSmallest } of [ingest, byPoints, byScore, rescore])
      expect([value > 0, baseline > 0, ofSmallest]).toEqual([true, true, 1])
  expect(readFileSync(picture, 'utf8')).toContain('First page of a ranking')
  expect(readdirSync(folder)).toEqual(['growth.svg'])
})

test('one great measurement at a time, and only what belongs to it', () => {
  for (const [args, words] of [
    [['--growth', '--million'], 'one at a time'],
    [['--million', '--only', 'ingest'], '--million has no rows to choose from'],
    [['--picture', 'x.svg'], '--picture is of --growth'],
  ] as const)
    expect(() => readOptions(args)).toThrow(words)
  expect(readOptions(['--million', '--quick'])).toMatchObject({ part: 'million', scale: 0.01 })
})
