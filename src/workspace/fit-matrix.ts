import { GRADES, type Grade } from '../domain/fit.ts'
import type { Temperature } from '../domain/stage.ts'
import { everybody, type FitCell } from './everybody.ts'
import type { Workspace } from './workspace.ts'

/** How many people are of each grade and temperature; `leftOut`: who is in no cell. */
export interface FitMatrix {
  cells: FitCell[]
  people: number
  leftOut: { staff: number; disqualified: number }
  modelVersion: number
}

const temperatures: readonly Temperature[] = ['hot', 'warm', 'cold']

/** Fit beside engagement, from the cards of the present moment: all cells, the best first; without fit one row, null. */
export async function fitMatrix(ws: Workspace): Promise<FitMatrix> {
  const { cells, leftOut, version } = await everybody(ws)
  const countOf = (grade: Grade | null, temperature: Temperature) =>
    cells.find((cell) => cell.grade === grade && cell.temperature === temperature)?.people ?? 0
  const ungraded = cells.some(({ grade }) => grade === null)
  const grades = cells.some(({ grade }) => grade !== null) ? [...GRADES, ...(ungraded ? [null] : [])] : [null]
  return {
    cells: grades.flatMap((grade) =>
      temperatures.map((temperature) => ({ grade, temperature, people: countOf(grade, temperature) })),
    ),
    people: cells.reduce((sum, { people }) => sum + people, 0),
    leftOut,
    modelVersion: version,
  }
}
