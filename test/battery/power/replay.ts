import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Chance } from '../../../src/demo/chance.ts'
import type { Promised } from './after-cut.ts'
import type { Disk } from './disk.ts'
import type { Story } from './story.ts'

/** Places in a log, in order: one half anywhere, the other right behind an answer, when most is at stake. */
export function momentsOf({ records, answers }: Story, chance: Chance, count: number): number[] {
  const promised = [...answers.keys()]
  const places = Array.from({ length: count }, (_, at) =>
    at % 2 === 0 ? chance.whole(0, records.length - 1) : chance.pick(promised),
  )
  return places.sort((a, b) => a - b)
}

/** Replays a log on a disk and cuts the power behind each of these places, into a folder that is looked at. */
export async function replay(
  { records, answers }: Story,
  { disk, places, chance, folder }: { disk: Disk; places: readonly number[]; chance: Chance; folder: string },
  look: (data: string, promised: Promised) => Promise<void> | void,
): Promise<void> {
  const acknowledged = new Set<number>()
  let made = false
  let next = 0
  for (const [at, record] of records.entries()) {
    disk.apply(record)
    made ||= record.op === 'made'
    const index = answers.get(at) ?? null
    if (index !== null) acknowledged.add(index)
    for (; places[next] === at; next++) {
      const data = join(folder, 'after')
      mkdirSync(data)
      disk.cut(data, chance.happens(0.5) ? chance : null)
      await look(data, { made, acknowledged })
      rmSync(data, { recursive: true })
    }
  }
}
