import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Row, Size } from './row.ts'

export interface Options {
  rows: readonly Row[]
  size: Size
  seed: number
  json: boolean
}

const usage = `npm run battery -- [--only 1,2] [--short] [--seed 4711] [--json]
Without --short each row runs in its long form, which takes hours for all of them.`

/** Throws an error with the usage for what it does not understand. */
export function readOptions(args: readonly string[], all: readonly Row[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      short: { type: 'boolean', default: false },
      seed: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const { only, short, seed = String(randomInt(2 ** 31)), json } = values
  if (!/^\d{1,10}$/.test(seed)) throw new Error(`--seed ${seed}: expected a whole number\n${usage}`)
  const rows = only?.split(',').map((word) => named(word, all)) ?? all
  return { rows, size: short ? 'short' : 'long', seed: Number(seed), json }
}

/** How the same is run again. */
export function repeatedBy({ rows, size, seed }: Options): string {
  const only = rows.map(({ number }) => number).join(',')
  return `npm run battery -- --only ${only}${size === 'short' ? ' --short' : ''} --seed ${seed}`
}

function named(word: string, all: readonly Row[]): Row {
  const found = all.find(({ number }) => String(number) === word.trim())
  if (found) return found
  const known = all.map(({ number, name }) => `${number} ${name}`).join(', ')
  throw new Error(`There is no row "${word}".\n${usage}\nRows: ${known}.`)
}
