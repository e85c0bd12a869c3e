import { closeSync, fstatSync, openSync } from 'node:fs'
import { z } from 'zod'
import { Refused } from '../../../domain/refusal.ts'
import { type Member, membersOf, pieces } from './tar.ts'

export const format = 1
export const manifestName = 'manifest.json'

const fileSchema = z.object({
  name: z.string().regex(/^(?:secret|directory\.db|workspaces\/[a-z0-9]{8,32}\.db)$/),
  size: z.int().nonnegative(),
  sha256: z.string(),
  /** Everything acknowledged before this moment is in it. */
  until: z.string().optional(),
  slug: z.string().optional(),
})

const schema = z.object({
  format: z.int(),
  ripen: z.string(),
  createdAt: z.string(),
  /** `included`: the key is in this file; `elsewhere`: it is in RIPEN_SECRET, or was left out. */
  key: z.enum(['included', 'elsewhere']),
  files: z.array(fileSchema),
})

/** What is in a backup; its last member. */
export type Manifest = z.infer<typeof schema>
export type ManifestFile = z.infer<typeof fileSchema>

export interface Backup {
  file: number
  manifest: Manifest
  member(name: string): Member
  close(): void
}

/** Opens a backup and reads what is in it. Throws Refused in words where it is none, damaged, or a newer release's. */
export function openBackup(path: string): Backup {
  const file = openIn(path)
  try {
    const members = membersOf(file, fstatSync(file).size)
    const find = (name: string) => members.find((each) => each.name === name)
    const last = find(manifestName)
    if (!last) throw new Error('there is no manifest in it')
    const manifest = manifestIn(Buffer.concat([...pieces(file, last)].map((piece) => Buffer.from(piece))).toString())
    const missing = manifest.files.find(({ name, size }) => find(name)?.size !== size)
    if (missing) throw new Error(`${missing.name} is missing in it, or not whole`)
    return { file, manifest, member: (name) => find(name)!, close: () => closeSync(file) }
  } catch (error) {
    closeSync(file)
    if (error instanceof Refused) throw error
    throw new Refused(
      'invalid',
      `${path} is no whole backup of Ripen: ${(error as Error).message}. Nothing was changed.`,
    )
  }
}

function manifestIn(text: string): Manifest {
  const known = JSON.parse(text) as { format?: unknown; ripen?: unknown }
  if (typeof known.format === 'number' && known.format > format)
    throw new Refused(
      'conflict',
      `This backup was made by a newer release of Ripen (${known.ripen}). Restore it with that release. Nothing was changed.`,
    )
  return schema.parse(known)
}

function openIn(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw new Refused('not_found', `${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}
