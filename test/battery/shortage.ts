import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A way to take the room for data away from a server that runs, and to give it back. */
export interface Shortage {
  take(): void
  giveBack(): void
}

/** No file of the process may grow beyond its present size any more. */
export function limitOf(pid: number, database: string): Shortage {
  const limit = (bytes: string) => call('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return {
    take: () => limit(String(Math.max(sizeOf(database), sizeOf(`${database}-wal`)))),
    giveBack: () => limit('unlimited'),
  }
}

/** Another file takes what is left on a small disk. */
export function fillerOn(disk: string): Shortage {
  const file = join(disk, 'filler')
  return {
    take() {
      const filler = openSync(file, 'w')
      for (const size of [1024 * 1024, 4096]) fillWith(filler, Buffer.alloc(size, 1))
      closeSync(filler)
    },
    giveBack: () => rmSync(file),
  }
}

/** Until there is no room for one more. */
function fillWith(file: number, piece: Buffer): void {
  try {
    for (;;) writeSync(file, piece)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

export function missingForLimit(): string | null {
  return spawnSync('prlimit', ['--version']).status === 0
    ? null
    : 'there is no prlimit (util-linux), which limits the files of a process that runs'
}

/** A disk of 48 MB in memory; why there is none, in words, where this machine does not allow it. */
export function smallDisk(folder: string, atEnd: (undo: () => void) => void): { disk: string } | { missing: string } {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'ripen', disk], {
    encoding: 'utf8',
  })
  if (status !== 0) return { missing: `a small disk cannot be mounted here: ${(error?.message ?? stderr).trim()}` }
  atEnd(() => void spawnSync('umount', ['-l', disk]))
  return { disk }
}

function call(command: string, args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
}
