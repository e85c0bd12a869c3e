import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Fills an empty folder, and every other one with the same files: what takes commands of two seconds each is done once in
 * a process of tests. In a folder that somebody else has it is made for itself.
 */
export function readyMade<T>(make: (folder: string) => Promise<T>): (folder: string) => Promise<T> {
  let first: Promise<{ made: T; files: Map<string, Buffer> }> | undefined
  return async (folder) => {
    if (readdirSync(folder).length > 0) return make(folder)
    if (first) {
      const { made, files } = await first
      for (const [path, bytes] of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
        writeFileSync(join(folder, path), bytes, { mode: 0o600 })
      }
      return made
    }
    first = make(folder).then((made) => ({ made, files: filesIn(folder) }))
    return (await first).made
  }
}

function filesIn(folder: string): Map<string, Buffer> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    found.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [path.slice(folder.length), readFileSync(path)]
    }),
  )
}
