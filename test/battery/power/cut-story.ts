import { Chance } from '../../../src/demo/chance.ts'
import { temporaryFolder } from '../../process/running.ts'
import type { Form, Size } from '../row.ts'
import { lookAfter, lostAfter } from './after-cut.ts'
import { syncsOfNormal } from './as-normal.ts'
import { Disk } from './disk.ts'
import { momentsOf, replay } from './replay.ts'
import { type Story, tellStory } from './story.ts'

/** The short form makes as many cuts as it can in this time, ms, but not fewer than `fewest`. */
const patience = 4_000
export const fewest = 60
export const sizes = {
  short: { stories: 1, servers: 2, deliveries: 1_000, cuts: 200, controls: 20 },
  long: { stories: 40, servers: 4, deliveries: 8_000, cuts: 500, controls: 50 },
}

/** Which story; the same seed and number tell the same one. */
export interface Task {
  seed: number
  number: number
  size: Size
  /** The library that logs the writes. */
  library: string
}

/** What was seen in all cuts of a story, or of several together. */
export interface Seen {
  cuts: number
  /** Before each cut, in all. */
  acknowledged: number
  checkpoints: number
  lost: number
  factsLost: number
  twice: number
  rescored: number
  corrupt: number
  words: string[]
  /** Cuts of the same writes, had the commits not waited for the disk. */
  controls: number
  controlsLosing: number
}

/** Tells a story and cuts the power at many of its moments. */
export async function cutStory(
  { seed, number, size, library }: Task,
  { atEnd, progress }: Pick<Form, 'atEnd' | 'progress'>,
): Promise<Seen> {
  const { servers, deliveries, cuts, controls } = sizes[size]
  const chance = new Chance(`${seed}/${number}`)
  const story = await tellStory({ atEnd }, chance, { library, servers, deliveries })
  const seen = { ...nothing(), checkpoints: checkpointsIn(story) }
  progress(`${story.records.length} records, checkpoints ${seen.checkpoints}, ${story.answers.size} answers`)
  const folder = temporaryFolder(atEnd)
  const rounds = size === 'short' ? 10 : 1
  const until = performance.now() + patience
  for (let round = 0; round < rounds; round++) {
    if (size === 'short' && performance.now() > until && seen.cuts >= fewest) break
    const places = momentsOf(story, chance, cuts / rounds)
    await replay(story, { disk: new Disk(), places, chance, folder }, async (data, promised) => {
      const broken = await lookAfter(data, story, promised)
      seen.cuts++
      seen.acknowledged += promised.acknowledged.size
      for (const name of ['lost', 'twice', 'factsLost', 'rescored'] as const) seen[name] += broken[name]
      if (broken.corrupt) seen.corrupt++
      seen.words.push(...broken.words)
    })
  }
  const places = momentsOf(story, chance, controls)
  const disk = new Disk(syncsOfNormal(story.records))
  await replay(story, { disk, places, chance, folder }, (data, { acknowledged }) => {
    if (acknowledged.size === 0) return
    seen.controls++
    if (lostAfter(data, acknowledged) > 0) seen.controlsLosing++
  })
  return seen
}

export function sumOf(all: readonly Seen[]): Seen {
  const sum = nothing()
  for (const { words, ...counts } of all) {
    for (const [name, count] of Object.entries(counts)) sum[name as keyof typeof counts] += count
    sum.words.push(...words)
  }
  return sum
}

function nothing(): Seen {
  return {
    cuts: 0,
    acknowledged: 0,
    checkpoints: 0,
    lost: 0,
    factsLost: 0,
    twice: 0,
    rescored: 0,
    corrupt: 0,
    words: [],
    controls: 0,
    controlsLosing: 0,
  }
}

/** How often a database was synced: that is the end of a checkpoint. */
function checkpointsIn({ records }: Story): number {
  const paths = new Map<string, string>()
  let count = 0
  for (const { op, pid, file, data } of records) {
    if (op === 'open') paths.set(`${pid} ${file}`, data.toString())
    if (op === 'sync' && /workspaces.*\.db$/.test(paths.get(`${pid} ${file}`) ?? '')) count++
  }
  return count
}
