import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { lossInWords, lossOf, numbered, readMark } from '../../node/watermark.ts'
import { newerMigrations } from '../backup/unpack.ts'
import { checkDatabase } from '../check-database.ts'
import { type Check, fault, ok, warning } from './check.ts'

/** A database of a data folder by the name that people know it by. */
interface Named {
  name: string
  path: string
  kind: 'workspace' | 'directory'
}

/** Looks into every file from outside: whether it is whole, of this release, and lacks nothing acknowledged. */
export async function databases(
  data: string,
  slugs: ReadonlyMap<string, string>,
  { full, progress }: { full: boolean; progress: (line: string) => void },
): Promise<Check[]> {
  const checks: Check[] = []
  const all = named(data, slugs)
  for (const [at, database] of all.entries()) {
    const { problems, unfinished } = await checkDatabase(database.path, full, (seconds) =>
      progress(`checking ${database.name} (${at + 1} of ${all.length}): ${seconds} s`),
    )
    checks.push(integrity(database, full, problems, unfinished))
    if (problems.length === 0) checks.push(migrations(database), watermark(database))
  }
  return checks
}

function named(data: string, slugs: ReadonlyMap<string, string>): Named[] {
  const folder = join(data, 'workspaces')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : []
  const workspaces = files.map((file): Named => {
    const id = file.slice(0, -3)
    return { name: slugs.get(id) ?? id, path: join(folder, file), kind: 'workspace' }
  })
  const directory: Named = { name: 'directory', path: join(data, 'directory.db'), kind: 'directory' }
  return [...(existsSync(directory.path) ? [directory] : []), ...workspaces]
}

function integrity({ name }: Named, full: boolean, problems: string[], unfinished: boolean): Check {
  const called = `${name} integrity`
  if (unfinished)
    return warning(called, null, 'So much was being written that the check was broken off. Ask again at a quiet time.')
  if (problems.length > 0)
    return fault(
      called,
      problems.join('; '),
      `The database is damaged: ${problems[0]}. Stop the server and restore a backup.`,
    )
  return ok(called, null, full ? 'Whole, with all indexes.' : 'Whole (--full also compares all indexes).')
}

function migrations({ name, path, kind }: Named): Check {
  const newer = newerMigrations(path, kind)
  if (newer.length === 0) return ok(`${name} form`, null, 'Of this release.')
  return fault(`${name} form`, newer.join(', '), 'Written by a newer release: start that release, or restore a backup.')
}

function watermark({ name, path, kind }: Named): Check {
  const loss = lossOf(path, kind === 'directory' ? [] : numbered)
  if (loss) return fault(`${name} watermark`, loss.mark.commits, lossInWords(name, loss))
  const mark = readMark(path)
  if (!mark) return warning(`${name} watermark`, null, 'There is none yet: the server writes it at its first commit.')
  return ok(`${name} watermark`, mark.commits, `Nothing is missing of what was acknowledged until ${mark.at}.`)
}
