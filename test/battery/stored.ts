import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The database of a workspace in a data folder, or of its only one. */
export function databaseOf(data: string, workspace?: string): Database.Database {
  const folder = join(data, 'workspaces')
  const [file] = readdirSync(folder).filter(
    (name) => name.endsWith('.db') && (!workspace || name === `${workspace}.db`),
  )
  return new Database(join(folder, file!), { readonly: true })
}

/**
 * Of these bodies, those that were not stored, and those that were counted more than once. To be asked when all is read:
 * until then what came again counts as accepted too. What says nothing that counts is ignored as often as it comes.
 */
export function notStoredOnce(data: string, bodies: readonly Buffer[]): { lost: number; twice: number } {
  const db = databaseOf(data)
  const counted = new Map<string, number>()
  const rows = db
    .prepare("SELECT body, outcome = 'accepted' AS counts FROM delivery WHERE outcome IN ('accepted', 'ignored')")
    .raw()
    .iterate() as Iterable<[body: Buffer, counts: number]>
  for (const [body, counts] of rows) {
    const text = body.toString('latin1')
    counted.set(text, (counted.get(text) ?? 0) + counts)
  }
  db.close()
  const times = bodies.map((body) => counted.get(body.toString('latin1')) ?? null)
  return {
    lost: times.filter((count) => count === null).length,
    twice: times.filter((count) => count !== null && count > 1).length,
  }
}
