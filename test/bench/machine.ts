import { closeSync, fsyncSync, openSync, readFileSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { availableParallelism, cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { stolenSeconds } from './process.ts'
import { median, short } from './row.ts'

/** What the figures were taken on. */
export interface Machine {
  date: string
  cpu: string
  cores: number
  memoryGb: number
  system: string
  /** The file system of the folder for the data, where the system tells it. */
  disk: string
  freeGb: number
  /** Median time of writing 4 kB and waiting for the disk. */
  syncMs: number
  node: string
  sqlite: string
  /** The share of the cores' time that their host gave to others while it was measured; null where nobody can tell. */
  stolen: number | null
}

const gb = 1024 ** 3

export function describeMachine(folder: string): Machine {
  const { bavail, bsize } = statfsSync(folder)
  return {
    date: new Date().toISOString(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: short(totalmem() / gb),
    system: `${type()} ${release()} ${process.arch}`,
    disk: diskOf(folder),
    freeGb: short((bavail * bsize) / gb),
    syncMs: short(syncTime(folder)),
    node: process.version,
    sqlite: new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get() as string,
    stolen: null,
  }
}

/** Measures on a machine, and tells how much of it there really was. */
export async function measuredOn<T>(
  before: Machine,
  measure: () => Promise<T>,
): Promise<{ machine: Machine; seen: T }> {
  const [begin, stolenBefore] = [performance.now(), stolenSeconds()]
  const seen = await measure()
  const seconds = ((performance.now() - begin) / 1000) * before.cores
  const stolenAfter = stolenSeconds()
  const stolen = stolenBefore === null || stolenAfter === null ? null : (stolenAfter - stolenBefore) / seconds
  return { machine: { ...before, stolen }, seen }
}

export function inWords(machine: Machine): string {
  const { date, cpu, cores, memoryGb, system, disk, freeGb, syncMs, node, sqlite, stolen } = machine
  return [
    `${cpu}, ${cores} cores, ${memoryGb} GB of memory, ${system}`,
    `data on ${disk}, ${freeGb} GB free, ${syncMs} ms to write 4 kB and wait for the disk`,
    ...(stolen === null ? [] : [`meanwhile the host gave ${(stolen * 100).toFixed(0)} % of the cores’ time to others`]),
    `Node ${node}, SQLite ${sqlite}, ${date}`,
  ].join('\n')
}

function diskOf(folder: string): string {
  const mounts = process.platform === 'linux' ? readFileSync('/proc/mounts', 'utf8').split('\n') : []
  const found = mounts
    .map((line) => line.split(' '))
    .filter(([, at]) => at && (folder === at || folder.startsWith(at === '/' ? at : `${at}/`)))
    .toSorted(([, a], [, b]) => b!.length - a!.length)[0]
  return found ? `${found[2]} (${found[0]})` : 'a file system that cannot be told here'
}

function syncTime(folder: string): number {
  const path = join(folder, 'sync-test')
  const file = openSync(path, 'w')
  const page = new Uint8Array(4096)
  const times = Array.from({ length: 50 }, () => {
    const begin = performance.now()
    writeSync(file, page)
    fsyncSync(file)
    return performance.now() - begin
  })
  closeSync(file)
  rmSync(path)
  return median(times)
}
