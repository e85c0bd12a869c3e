import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** What the machine lacks to log the writes of a process, in words; null where it has all. */
export function missingForShim(): string | null {
  if (process.platform !== 'linux')
    return 'writes are logged by a library that is preloaded, which this battery can do on Linux only'
  if (spawnSync('cc', ['--version']).status !== 0)
    return 'there is no C compiler (cc), which makes the library that logs the writes'
  return null
}

/** Compiles shim.c into the folder; the path of the library. */
export function compileShim(folder: string): string {
  const library = join(folder, 'shim.so')
  const source = join(import.meta.dirname, 'shim.c')
  const args = ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread']
  const { status, stderr } = spawnSync('cc', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`shim.c cannot be compiled: ${stderr}`)
  return library
}
