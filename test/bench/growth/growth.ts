import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inChild } from '../child.ts'
import { companyOf } from '../company.ts'
import type { Context } from '../context.ts'
import { copyData } from '../data.ts'
import type { Fill } from '../fill.ts'
import { progress } from '../progress.ts'
import { type Row, short } from '../row.ts'

/** A figure of one size beside its baseline, and beside itself at the smallest size. */
export interface Figure {
  value: number
  baseline: number
  /** How many times the figure of the smallest size. */
  ofSmallest: number
}

/** What was seen with so many facts stored. */
export interface Size {
  facts: number
  people: number
  /** Webhooks/s; baseline: itself on an empty workspace. */
  ingest: Figure
  /** The first page of a ranking of everybody, ms; baseline: the bare SELECT of its rows. */
  byPoints: Figure
  byScore: Figure
  /** Scoring everybody anew, people/s; baseline: at which pace one pass of SELECT reads their facts. */
  rescore: Figure & { seconds: number; selectSeconds: number }
}

const sizes = [10_000, 100_000, 1_000_000, 10_000_000]
const factsOfPerson = 10
/** The webhooks are the same at each size: so many people, of whom every second is one of the company's if it has so many. */
const [volleyScale, visitors] = [0.25, 5_500]

/** Measures at each size up to the largest at this scale, from small to large. */
export async function growth({ scale, folder, empty }: Given): Promise<Size[]> {
  const seen: Size[] = []
  for (const facts of sizes.filter((size, at) => at === 0 || size <= 10_000_000 * scale)) {
    progress(`growth: ${facts.toLocaleString('en')} facts`)
    const own = join(folder, String(facts))
    mkdirSync(own)
    const people = facts / factsOfPerson
    const figures = await figuresOf({ scale, folder: own, empty }, people)
    seen.push(sizeOf(facts, people, figures, seen[0]))
    rmSync(own, { recursive: true })
  }
  return seen
}

type Given = Pick<Context, 'scale' | 'folder' | 'empty'>

/** The rows of the bench on a company of so many people. */
async function figuresOf({ scale, folder, empty }: Given, people: number): Promise<Map<string, Row>> {
  const filled = copyData(empty, join(folder, 'filled'))
  const company = companyOf(people)
  for (const what of ['history', 'more'] as const)
    await inChild('fill.ts', { data: filled, company, what } satisfies Fill)
  const volleys = { scale: Math.min(volleyScale, scale * 25), company: companyOf(Math.max(people, visitors)) }
  const rows: Row[] = []
  for (const name of ['ranking', 'rescore', 'ingest-filled']) {
    const own = join(folder, name)
    mkdirSync(own)
    const given: Context = { scale, profile: false, peers: false, folder: own, empty, filled, company }
    const context = name === 'ingest-filled' ? { ...given, ...volleys } : given
    rows.push(...(await inChild<Context, Row[]>(`rows/${name}.ts`, context)))
  }
  return new Map(rows.map((row) => [row.name, row]))
}

function sizeOf(facts: number, people: number, rows: Map<string, Row>, smallest: Size | undefined): Size {
  const figure = (name: string) => {
    const { value, baseline } = rows.get(name)!
    return { value, baseline: baseline! }
  }
  const beside = (now: { value: number; baseline: number }, then: Figure | undefined): Figure => ({
    ...now,
    ofSmallest: short(now.value / (then?.value ?? now.value)),
  })
  const { value: seconds, baseline: selectSeconds } = figure('rescore')
  const pace = { value: short(people / seconds), baseline: short(people / selectSeconds) }
  return {
    facts,
    people,
    ingest: beside(figure('ingest-filled'), smallest?.ingest),
    byPoints: beside(figure('ranking-webinar-first'), smallest?.byPoints),
    byScore: beside(figure('ranking-score-first'), smallest?.byScore),
    rescore: { ...beside(pace, smallest?.rescore), seconds, selectSeconds },
  }
}
