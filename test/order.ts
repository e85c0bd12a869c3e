import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Folders whose tests last longest, for they start processes and browsers and wait for them: the longest first. */
const lasting = ['battery', 'contract', 'process', 'browser', 'bench', 'cli']

/** What lasts begins first, so that at the end nobody waits for one long file with nothing beside it. */
export class LastingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const folder = relative(import.meta.dirname, moduleId).split('/')[0]!
  return lasting.includes(folder) ? lasting.indexOf(folder) : lasting.length
}
