import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { Refused } from '../../../domain/refusal.ts'
import { readMigrations } from '../../node/migrations.ts'
import { checkDatabase } from '../check-database.ts'
import type { Ripen } from '../command.ts'
import { type Backup, type ManifestFile, openBackup } from './manifest.ts'
import { pieces } from './tar.ts'

/**
 * Unpacks a backup into a folder of its own, where everything is checked before anything else is touched: sums, each
 * database, and whether this release knows it. Throws Refused in words.
 */
export async function unpackBackup(path: string, folder: string, ripen: Ripen): Promise<ManifestFile[]> {
  const backup = openBackup(path)
  try {
    const { files } = backup.manifest
    for (const file of files) {
      ripen.progress(`unpacking ${file.slug ?? file.name}`)
      unpackOne(path, backup, file, join(folder, file.name))
    }
    for (const file of files) if (file.name.endsWith('.db')) await checkOne(path, file, join(folder, file.name), ripen)
    return files
  } finally {
    backup.close()
  }
}

function unpackOne(path: string, backup: Backup, { name, sha256 }: ManifestFile, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const file = openSync(to, 'wx', 0o600)
  try {
    for (const piece of pieces(backup.file, backup.member(name))) {
      hash.update(piece)
      for (let done = 0; done < piece.byteLength; ) done += writeSync(file, piece, done)
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  if (hash.digest('hex') !== sha256)
    throw new Refused('invalid', `${path} is damaged: the sum of ${name} is wrong. Nothing was changed.`)
}

async function checkOne(path: string, { name, slug }: ManifestFile, at: string, ripen: Ripen): Promise<void> {
  const called = slug ?? name
  // The sum says that these are the bytes that were checked in full when the backup was made.
  const { problems } = await checkDatabase(at, false, (seconds) => ripen.progress(`checking ${called}: ${seconds} s`))
  if (problems.length > 0)
    throw new Refused('invalid', `${path} is damaged: ${called}: ${problems[0]}. Nothing was changed.`)
  const newer = newerMigrations(at, name === 'directory.db' ? 'directory' : 'workspace')
  if (newer.length > 0)
    throw new Refused(
      'conflict',
      `This backup was made by a newer release of Ripen (${newer.join(', ')}). Restore it with that release. Nothing was changed.`,
    )
}

/** The migrations of a database that this release does not know. */
export function newerMigrations(path: string, kind: 'workspace' | 'directory'): string[] {
  const sqlite = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const known = new Set(readMigrations(kind).map(({ name }) => name))
    const applied = sqlite.prepare('SELECT name FROM schema_migration').pluck().all() as string[]
    return applied.filter((name) => !known.has(name))
  } finally {
    sqlite.close()
  }
}
