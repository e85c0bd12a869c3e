// Checks one database and prints what it finds as JSON: in a process of its own, for it can take minutes.
import Database from 'better-sqlite3'

const [path, how] = process.argv.slice(2)
const most = 20

function problems(): string[] {
  const sqlite = new Database(path!, { readonly: true, fileMustExist: true })
  try {
    const found = sqlite.prepare(`PRAGMA ${how}(${most})`).pluck().all() as string[]
    const strangers = sqlite.pragma('foreign_key_check') as { table: string; parent: string }[]
    const unknown = new Set(strangers.map(({ table, parent }) => `${table} names a row of ${parent} that is not there`))
    return [...found.filter((words) => words !== 'ok'), ...unknown]
  } finally {
    sqlite.close()
  }
}

let found: string[]
try {
  found = problems()
} catch (error) {
  found = [error instanceof Error ? error.message : String(error)]
}
process.stdout.write(JSON.stringify(found))
