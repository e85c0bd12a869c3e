import type { Parameters } from 'fast-check'

/** The seed of this run, printed so that a failure can be run again: `RIPEN_SEED=<n> npm test`. */
export const SEED = process.env.RIPEN_SEED ? Number(process.env.RIPEN_SEED) : Date.now() % 2_147_483_647

/** Random cases of a law, fewer where each goes through a database; `RIPEN_RUNS` asks for more. */
export function runs<T>(least = 1000): Parameters<T> {
  const numRuns = Math.max(least, Number(process.env.RIPEN_RUNS ?? 0))
  console.log(`seed ${SEED}, ${numRuns} random histories`)
  return { seed: SEED, numRuns }
}
