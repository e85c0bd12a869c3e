import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { short } from '../../bench/row.ts'
import { temporaryFolder } from '../../process/running.ts'
import { atLeast, is, reaching } from '../marks.ts'
import { fewest, type Seen, sizes, sumOf, type Task } from '../power/cut-story.ts'
import type { FromStory } from '../power/cut-story-apart.ts'
import { compileShim, missingForShim } from '../power/shim.ts'
import type { Figures, Form, Row } from '../row.ts'

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

async function run(form: Form): Promise<Figures> {
  const { stories, cuts } = sizes[form.size]
  const library = compileShim(temporaryFolder(form.atEnd))
  const all = await cutAll(form, library)
  const seen = sumOf(all)
  const words = new Set(seen.words)
  return reaching(
    {
      cuts: seen.cuts,
      'acknowledged before them': seen.acknowledged,
      checkpoints: seen.checkpoints,
      lost: seen.lost,
      'facts lost': seen.factsLost,
      'counted twice': seen.twice,
      corrupt: seen.corrupt,
      'rows other than scored once more': seen.rescored,
      'control, cuts': seen.controls,
      'control, share that lose': short(seen.controlsLosing / Math.max(seen.controls, 1)),
      ...(words.size > 0 && { 'in words': [...words].slice(0, 5).join('; ') }),
    },
    {
      cuts: atLeast(form.size === 'short' ? fewest : cuts * stories),
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

/** As many stories at once as there are processors, each in a process of its own. */
async function cutAll(form: Form, library: string): Promise<Seen[]> {
  const { seed, size } = form
  const numbers = Array.from({ length: sizes[size].stories }, (_, number) => number).values()
  const all: Seen[] = []
  const cutOn = async () => {
    for (const number of numbers) {
      all.push(await cutApart({ seed, number, size, library }, form))
      const { cuts, lost, factsLost, corrupt, controls, controlsLosing, words } = sumOf(all)
      form.progress(
        `${cuts} cuts, lost ${lost}, facts lost ${factsLost}, corrupt ${corrupt}, control ${controlsLosing} of ${controls}; ${words[0] ?? 'all sound'}`,
      )
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, cutOn))
  return all
}

async function cutApart(task: Task, { atEnd, progress }: Form): Promise<Seen> {
  const child = fork(join(import.meta.dirname, '../power/cut-story-apart.ts'), { execArgv: [] })
  atEnd(() => child.connected && child.disconnect())
  let seen: Seen | undefined
  child.on('message', (message: FromStory) => {
    if ('seen' in message) seen = message.seen
    else progress(`story ${task.number + 1}: ${message.progress}`)
  })
  const exit = once(child, 'exit')
  child.send(task)
  const [code, signal] = await exit
  if (!seen) throw new Error(`story ${task.number + 1} ended with ${code ?? signal} before all its cuts were made`)
  return seen
}
