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
  'alerts',
] as const

export type Name = (typeof names)[number]

/** The rows of the contract, or one of the two great measurements, which take their time. */
export type Part = 'rows' | 'growth' | 'million'

export interface Options {
  part: Part
  rows: readonly Name[]
  /** Sizes are design's times this; a smaller one only shows that everything works. */
  scale: number
  json: boolean
  profile: boolean
  peers: boolean
  /** The file that the picture of the growth is written to. */
  picture: string | null
  /** Where the data is written: figures of a disk, not of memory, are wanted. */
  folder: string
}

const quick: Record<Part, number> = { rows: 0.1, growth: 0.01, million: 0.01 }

const usage = `npm run bench -- [--only ingest,ranking] [--quick | --scale 0.1] [--profile <row>] [--json] [--no-peers] [--folder <dir>]
npm run bench -- --growth | --million [--quick | --scale 0.01] [--json] [--folder <dir>], and for --growth [--picture <file>]
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
      growth: { type: 'boolean', default: false },
      million: { type: 'boolean', default: false },
      picture: { type: 'string' },
    },
  })
  const part = values.growth ? 'growth' : values.million ? 'million' : 'rows'
  if (values.growth && values.million) throw new Error(`--growth and --million: one at a time\n${usage}`)
  if (part !== 'rows' && (values.only ?? values.profile))
    throw new Error(`--${part} has no rows to choose from\n${usage}`)
  if (part !== 'growth' && values.picture) throw new Error(`--picture is of --growth\n${usage}`)
  const scale = Number(values.scale ?? (values.quick ? quick[part] : 1))
  if (!(scale > 0 && scale <= 1)) throw new Error(`--scale ${values.scale}: expected a number up to 1\n${usage}`)
  return {
    part,
    rows: rowsOf(values.only, values.profile),
    scale,
    json: values.json,
    profile: values.profile !== undefined,
    peers: values.peers && values.profile === undefined,
    picture: values.picture ?? null,
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
