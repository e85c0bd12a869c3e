import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'

export const names = [
  'storage',
  'first-load',
  'demo-ready',
  'ingest',
  'rescore',
  'ranking',
  'export',
  'ingest-filled',
] as const

export type Name = (typeof names)[number]

export interface Options {
  rows: readonly Name[]
  /** Sizes are design's times this; a smaller one only shows that everything works. */
  scale: number
  json: boolean
  profile: boolean
  peers: boolean
  /** Where the data is written: figures of a disk, not of memory, are wanted. */
  folder: string
}

const usage = `npm run bench -- [--only ingest,ranking] [--quick | --scale 0.1] [--profile <row>] [--json] [--no-peers] [--folder <dir>]
Rows: ${names.join(', ')}.`

/** Throws an error with the usage for what it does not understand. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      scale: { type: 'string' },
      profile: { type: 'string' },
      json: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: true },
      folder: { type: 'string', default: tmpdir() },
    },
  })
  const scale = Number(values.scale ?? (values.quick ? 0.1 : 1))
  if (!(scale > 0 && scale <= 1)) throw new Error(`--scale ${values.scale}: expected a number up to 1\n${usage}`)
  return {
    rows: rowsOf(values.only, values.profile),
    scale,
    json: values.json,
    profile: values.profile !== undefined,
    peers: values.peers && values.profile === undefined,
    folder: values.folder,
  }
}

function rowsOf(only: string | undefined, profile: string | undefined): readonly Name[] {
  return (profile ?? only)?.split(',').map(named) ?? names
}

function named(word: string): Name {
  const found = names.find((name) => name === word)
  if (!found) throw new Error(`There is no row "${word}".\n${usage}`)
  return found
}
