import { Chance } from '../../../src/demo/chance.ts'
import { short } from '../../bench/row.ts'
import { temporaryFolder } from '../../process/running.ts'
import { atLeast, is, reaching } from '../marks.ts'
import { type Broken, lookAfter, lostAfter } from '../power/after-cut.ts'
import { syncsOfNormal } from '../power/as-normal.ts'
import { Disk } from '../power/disk.ts'
import { momentsOf, replay } from '../power/replay.ts'
import { compileShim, missingForShim } from '../power/shim.ts'
import { type Story, tellStory } from '../power/story.ts'
import type { Figures, Form, Row } from '../row.ts'

/** The short form makes as many cuts as it can in this time, ms, but not fewer than `fewest`. */
const [patience, fewest] = [4_000, 60]
const sizes = {
  short: { stories: 1, servers: 2, deliveries: 1_000, cuts: 200, controls: 20 },
  long: { stories: 40, servers: 4, deliveries: 8_000, cuts: 500, controls: 50 },
}

/**
 * A power cut at any moment of what servers really did: their writes, syncs and answers are logged in one order, and the
 * disk is made anew as it was certain to be there, or might have been.
 */
export const powerCut: Row = {
  number: 2,
  name: 'power cut',
  mark: {
    short:
      'up to 200 cuts of the power: nothing acknowledged is lost, every file is sound, all is scored; without waiting for the disk half of the cuts would lose something',
    long: 'the same with 20,000 cuts',
  },
  missing: missingForShim,
  run,
}

/** What was seen in all cuts together. */
interface Seen extends Omit<Broken, 'corrupt' | 'words'> {
  cuts: number
  acknowledged: number
  corrupt: number
  words: Set<string>
}

async function run(form: Form): Promise<Figures> {
  const size = sizes[form.size]
  const folder = temporaryFolder(form.atEnd)
  const library = compileShim(folder)
  const seen: Seen = {
    cuts: 0,
    acknowledged: 0,
    lost: 0,
    twice: 0,
    factsLost: 0,
    rescored: 0,
    corrupt: 0,
    words: new Set(),
  }
  const control = { cuts: 0, losing: 0 }
  let checkpoints = 0
  for (let number = 0; number < size.stories; number++) {
    const chance = new Chance(`${form.seed}/${number}`)
    const story = await tellStory(form, chance, { library, ...size })
    checkpoints += checkpointsIn(story)
    form.progress(
      `story ${number + 1}: ${story.records.length} records, checkpoints ${checkpoints}, ${story.answers.size} answers`,
    )
    await cutEverywhere(story, { form, chance, folder, seen })
    form.progress(`${seen.cuts} cuts, ${seen.lost} lost, ${[...seen.words].join('; ') || 'all sound'}`)
    const places = momentsOf(story, chance, size.controls)
    await replay(
      story,
      { disk: new Disk(syncsOfNormal(story.records)), places, chance, folder },
      (data, { acknowledged }) => {
        if (acknowledged.size === 0) return
        control.cuts++
        if (lostAfter(data, acknowledged) > 0) control.losing++
      },
    )
    form.progress(`${control.losing} of ${control.cuts} cuts without waiting for the disk lose something`)
  }
  return reaching(
    {
      cuts: seen.cuts,
      'acknowledged before them': seen.acknowledged,
      checkpoints,
      lost: seen.lost,
      'facts lost': seen.factsLost,
      'counted twice': seen.twice,
      corrupt: seen.corrupt,
      'rows other than scored once more': seen.rescored,
      'control, cuts': control.cuts,
      'control, share that lose': short(control.losing / Math.max(control.cuts, 1)),
      ...(seen.words.size > 0 && { 'in words': [...seen.words].slice(0, 5).join('; ') }),
    },
    {
      cuts: atLeast(form.size === 'short' ? fewest : size.cuts * size.stories),
      'acknowledged before them': atLeast(1_000),
      checkpoints: atLeast(1),
      lost: is(0),
      'facts lost': is(0),
      'counted twice': is(0),
      corrupt: is(0),
      'rows other than scored once more': is(0),
      'control, share that lose': atLeast(0.5),
    },
  )
}

async function cutEverywhere(
  story: Story,
  { form, chance, folder, seen }: { form: Form; chance: Chance; folder: string; seen: Seen },
): Promise<void> {
  const { cuts } = sizes[form.size]
  const rounds = form.size === 'short' ? 10 : 1
  const until = performance.now() + patience
  for (let round = 0; round < rounds; round++) {
    if (form.size === 'short' && performance.now() > until && seen.cuts >= fewest) return
    const places = momentsOf(story, chance, cuts / rounds)
    await replay(story, { disk: new Disk(), places, chance, folder }, async (data, promised) => {
      const broken = await lookAfter(data, story, promised)
      seen.cuts++
      seen.acknowledged += promised.acknowledged.size
      for (const name of ['lost', 'twice', 'factsLost', 'rescored'] as const) seen[name] += broken[name]
      if (broken.corrupt) seen.corrupt++
      for (const words of broken.words) seen.words.add(words)
    })
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
