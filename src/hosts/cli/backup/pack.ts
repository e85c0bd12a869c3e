import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../../../domain/refusal.ts'
import { checkDatabase } from '../check-database.ts'
import { CallRefused, type Ripen } from '../command.ts'
import { megabytes } from '../megabytes.ts'
import { format, type Manifest, type ManifestFile, manifestName, openBackup } from './manifest.ts'
import { pieces, TarWriter } from './tar.ts'

export interface Wish {
  /** Where it is put together; nothing of it stays. */
  folder: string
  archive: string
  key: boolean
  release: string
}

/** Databases of workspaces with the slug by which people know them. */
type Known = { id: string; slug: string }[]

const pause = 250

/**
 * Copies every database through the process that has it open, checks each copy and packs all of it into one archive,
 * which is then read again. The directory is copied last, and after it whatever it knows that was made meanwhile.
 */
export async function packBackup(ripen: Ripen, { folder, archive, key, release }: Wish): Promise<Manifest> {
  mkdirSync(folder, { mode: 0o700 })
  const tar = new TarWriter(archive, Date.now())
  const files: ManifestFile[] = []
  try {
    tar.addText('README.txt', words(key))
    const add = async (what: string, name: string, slug?: string) => {
      const copy = join(folder, 'copy.db')
      const until = await copyOne(ripen, what, copy, slug ?? what)
      await refuseDamage(copy, slug ?? what, ripen)
      files.push({ ...addFile(tar, name, copy), until, ...(slug && { slug }) })
      rmSync(copy)
    }
    const done = new Set<string>()
    for (let left = await known(ripen); left.length > 0; left = (await known(ripen)).filter(({ id }) => !done.has(id)))
      for (const { id, slug } of left) {
        await add(id, `workspaces/${id}.db`, slug)
        done.add(id)
      }
    await add('directory', 'directory.db')
    for (const { id, slug } of (await known(ripen)).filter(({ id }) => !done.has(id)))
      await add(id, `workspaces/${id}.db`, slug)
    if (key) files.push(addFile(tar, 'secret', join(ripen.data, 'secret')))
    const manifest: Manifest = {
      ...{ format, ripen: release, createdAt: new Date().toISOString() },
      ...{ key: key ? 'included' : 'elsewhere', files },
    }
    tar.addText(manifestName, `${JSON.stringify(manifest, null, 2)}\n`)
    tar.end()
    ripen.progress('reading the backup again')
    checkArchive(archive)
    return manifest
  } catch (error) {
    tar.close()
    throw error
  }
}

/** Reads a backup as a restore would: every sum is compared. */
export function checkArchive(path: string): void {
  const backup = openBackup(path)
  try {
    for (const { name, sha256 } of backup.manifest.files) {
      const hash = createHash('sha256')
      for (const piece of pieces(backup.file, backup.member(name))) hash.update(piece)
      if (hash.digest('hex') !== sha256)
        throw new Refused('invalid', `${path} is damaged: the sum of ${name} is wrong. Nothing was changed.`)
    }
  } finally {
    backup.close()
  }
}

async function known(ripen: Ripen): Promise<Known> {
  return (await ripen.call<{ items: Known }>('GET', '/local/workspaces')).items
}

/** The moment before which everything acknowledged is in the copy. */
async function copyOne(ripen: Ripen, what: string, to: string, called: string): Promise<string> {
  let done = false
  const call = ripen.call<{ until: string }>('POST', '/local/host/copies', { what, to }).finally(() => {
    done = true
  })
  // What the copy has written goes to the disk bit by bit, and not all at its end, when the server waits for it.
  const follow = async () => {
    for (; !done; await new Promise((resolve) => setTimeout(resolve, pause))) {
      if (!existsSync(to)) continue
      ripen.progress(`copying ${called}: ${megabytes(statSync(to).size)} MB`)
      const file = await open(to, 'r+')
      await file.datasync().finally(() => file.close())
    }
  }
  const [{ until }] = await Promise.all([call, follow()])
  return until
}

async function refuseDamage(copy: string, called: string, ripen: Ripen): Promise<void> {
  const { problems } = await checkDatabase(copy, true, (seconds) => ripen.progress(`checking ${called}: ${seconds} s`))
  if (problems.length > 0)
    throw new CallRefused({
      detail: `The database of ${called} is damaged, so there is no backup: ${problems[0]}. Restore an earlier one.`,
    })
}

function addFile(tar: TarWriter, name: string, path: string): ManifestFile {
  const { size } = statSync(path)
  const hash = createHash('sha256')
  tar.addFile(name, path, size, (bytes) => hash.update(bytes))
  return { name, size, sha256: hash.digest('hex') }
}

function words(key: boolean): string {
  return `A backup of Ripen. To restore it: npm run -s ripen -- restore <this file>

Each .db is a whole SQLite database, one a workspace, and the directory of who signs in.
manifest.json says what is in it, with sizes and SHA-256 sums.
${
  key
    ? '"secret" is the key that opens the secrets of the sources: keep this file as you would keep a password.'
    : 'The key that opens the secrets of the sources is not in it: it is in RIPEN_SECRET, or was left out.'
}
`
}
