import type { Step } from '../../sources/zoom/api/step.ts'
import type { PullRow } from '../../store/pulls.ts'

/** The steps of what is fetched, in their order. */
export function stepsOf(extent: PullRow['extent'], all: readonly Step[]): readonly Step[] {
  if (extent === 'rooms') return []
  return extent === 'all' ? all : all.filter(({ replay }) => replay)
}
