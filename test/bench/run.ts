// `npm run bench`: every path of design beside its baseline, in the same run. See options.ts for what can be asked.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildWeb } from '../../web/build.ts'
import { inChild } from './child.ts'
import { companyOf } from './company.ts'
import { type Context, sized } from './context.ts'
import { copyData, makeData } from './data.ts'
import type { Fill } from './fill.ts'
import { growth } from './growth/growth.ts'
import { pictureOf } from './growth/picture.ts'
import { growthTable } from './growth/table.ts'
import { describeMachine, type Machine, measuredOn } from './machine.ts'
import type { Million } from './million/million.ts'
import { isComplete, millionTable } from './million/table.ts'
import { type Name, names, type Options, readOptions } from './options.ts'
import { installPeers } from './peers/install.ts'
import { progress } from './progress.ts'
import type { Row } from './row.ts'
import { tableOf } from './table.ts'

/** Which rows need the company, and with which of its facts. */
const needs: Partial<Record<Name, Fill['what']>> = {
  rescore: 'history',
  ranking: 'history',
  export: 'history',
  'ingest-filled': 'more',
}

/** What was measured, for machines and for people. */
interface Measured {
  json: object
  text: (machine: Machine) => string
}

async function measure(options: Options, scratch: string): Promise<Measured> {
  const { part, scale } = options
  if (part === 'rows') {
    const rows = await measureRows(options, scratch)
    return { json: { rows }, text: (machine) => tableOf(rows, machine, scale) }
  }
  const context = { scale, folder: scratch, empty: makeData(join(scratch, 'empty')) }
  if (part === 'growth') {
    const sizes = await growth(context)
    if (options.picture) writeFileSync(options.picture, pictureOf(sizes))
    return { json: { growth: sizes }, text: (machine) => growthTable(sizes, machine, scale) }
  }
  const million = await inChild<typeof context, Million>('million/million.ts', context)
  if (!isComplete(million)) process.exitCode = 1
  return { json: { million }, text: (machine) => millionTable(million, machine, scale) }
}

async function measureRows({ rows: asked, scale, profile, peers }: Options, scratch: string): Promise<Row[]> {
  const empty = makeData(join(scratch, 'empty'))
  const filled = copyData(empty, join(scratch, 'filled'))
  const company = companyOf(sized({ scale }, 1_000_000, 1_000))
  const stored = new Set<Fill['what']>()
  async function store(what: Fill['what'] | undefined): Promise<void> {
    if (what === undefined || stored.has(what)) return
    if (what === 'more') await store('history')
    await inChild('fill.ts', { data: filled, company, what } satisfies Fill)
    stored.add(what)
  }

  const rows: Row[] = []
  for (const name of names.filter((each) => asked.includes(each))) {
    const folder = join(scratch, name)
    mkdirSync(folder)
    const context: Context = { scale, profile, peers, folder, empty, filled, company }
    try {
      await store(needs[name])
      progress(`${name}: begins`)
      rows.push(...(await inChild<Context, Row[]>(`rows/${name}.ts`, context)))
    } catch (error) {
      progress(`${name} FAILED and is left out: ${(error as Error).message}`)
      process.exitCode = 1
    }
    rmSync(folder, { recursive: true })
  }
  return rows
}

function optionsOrEnd(): Options {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  }
}

const options = optionsOrEnd()
const scratch = mkdtempSync(join(resolve(options.folder), 'ripen-bench-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))
const peers = options.peers && options.part === 'rows' && options.rows.includes('rescore') && installPeers()
if ((await buildWeb()) === 'built') progress('the screens were built')
const { machine, seen } = await measuredOn(describeMachine(scratch), () => measure({ ...options, peers }, scratch))
const { json, text } = seen
const { scale } = options
process.stdout.write(options.json ? `${JSON.stringify({ machine, scale, ...json }, null, 2)}\n` : text(machine))
