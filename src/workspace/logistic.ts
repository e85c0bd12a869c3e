import { Matrix, solve } from 'ml-matrix'
import type { Work } from './jobs.ts'

/**
 * Something known of each of the people. `ridge` pulls its weight towards 0 as a prior of variance 1 / `ridge` does, the
 * values brought to a standard deviation of 1.
 */
export interface Column {
  readonly values: readonly number[]
  readonly ridge: number
}

/** So many people at a time, so that others are served in between. */
const handful = 256
const mostSteps = 50

/**
 * Logistic regression with an intercept and a ridge (le Cessie and van Houwelingen, Applied Statistics 1992;41:191-201):
 * what one more of each column adds to the log-odds of winning. The intercept is free. Newton's method; a column that is
 * the same for everybody weighs 0.
 */
export function* fitLogistic(columns: readonly Column[], won: readonly boolean[]): Work<number[]> {
  const scales = columns.map(scaleOf)
  const rows = won.map((_, at) => [
    1,
    ...columns.map(({ values }, of) => (values[at]! - scales[of]!.mean) / scales[of]!.spread),
  ])
  const outcomes = won.map(Number)
  const penalty = [0, ...columns.map(({ ridge }) => ridge)]
  let weights = Matrix.zeros(columns.length + 1, 1)
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, curvature } = yield* slopesAt(weights, rows, outcomes, penalty, step / mostSteps)
    const move = solve(curvature, gradient)
    // A step longer than this leaves the region in which the curve is known.
    const length = move.norm('frobenius')
    weights = Matrix.add(weights, Matrix.mul(move, Math.min(1, 5 / length)))
    if (length < 1e-9) break
  }
  return columns.map((_, of) => weights.get(of + 1, 0) / scales[of]!.spread)
}

function* slopesAt(weights: Matrix, rows: number[][], outcomes: number[], penalty: number[], progress: number) {
  const gradient = Matrix.columnVector(penalty.map((ridge, at) => -ridge * weights.get(at, 0)))
  const curvature = Matrix.diag(penalty)
  for (let from = 0; from < rows.length; from += handful) {
    const some = new Matrix(rows.slice(from, from + handful))
    const chances = some.mmul(weights).to1DArray().map(chanceOf)
    const missed = Matrix.columnVector(chances.map((chance, at) => outcomes[from + at]! - chance))
    const turned = some.transpose()
    gradient.add(turned.mmul(missed))
    curvature.add(turned.mmul(some.mulColumnVector(chances.map((chance) => chance * (1 - chance)))))
    yield progress
  }
  return { gradient, curvature }
}

function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}

function scaleOf({ values }: Column): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  return { mean, spread: spread > 0 ? spread : 1 }
}
