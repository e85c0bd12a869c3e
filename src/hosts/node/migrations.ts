import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Migration } from '../../store/migrate.ts'

/** The SQL texts of `migrations/<kind>`. */
export function readMigrations(kind: 'workspace' | 'directory'): Migration[] {
  const folder = join(import.meta.dirname, '..', '..', '..', 'migrations', kind)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name: name.replace(/\.sql$/, ''), sql: readFileSync(join(folder, name), 'utf8') }))
}
