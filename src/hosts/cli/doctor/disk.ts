import {
  closeSync,
  existsSync,
  fdatasyncSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { isLow, spaceOf } from '../../node/free-space.ts'
import { lastBackup } from '../commands/backup.ts'
import { megabytes } from '../megabytes.ts'
import { type Check, fault, ok, warning } from './check.ts'

const mostWrites = 300
const longest = 2_000
const goodSync = 5
const day = 24 * 3_600_000

/** How long a write takes that waits for the disk, in the data folder itself. */
export function diskSpeed(data: string): Check {
  const times = syncedWrites(join(data, 'doctor.tmp'))
  const at = (share: number) => times[Math.min(Math.floor(times.length * share), times.length - 1)]!
  const [p50, p99] = [at(0.5), at(0.99)]
  const value = `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`
  const rate = `A write that waits for the disk takes ${value}: about ${Math.round(1000 / p50).toLocaleString('en')} commits a second, each of many deliveries.`
  if (p99 <= goodSync) return ok('disk speed', value, rate)
  return warning(
    'disk speed',
    value,
    `${rate} Above 5 ms (p99) answers to webhooks get slower in a storm: use a local SSD.`,
  )
}

function syncedWrites(path: string): number[] {
  const file = openSync(path, 'w', 0o600)
  const page = Buffer.alloc(4096, 1)
  const times: number[] = []
  try {
    for (const end = performance.now() + longest; times.length < mostWrites && performance.now() < end; ) {
      const begin = performance.now()
      writeSync(file, page)
      fdatasyncSync(file)
      times.push(performance.now() - begin)
    }
  } finally {
    closeSync(file)
    rmSync(path, { force: true })
  }
  return times.toSorted((a, b) => a - b)
}

export function freeSpace(data: string): Check {
  const space = spaceOf(data)
  const share = `${megabytes(space.free)} MB free, ${Math.round((space.free / space.total) * 100)} %`
  if (!isLow(space)) return ok('free space', space.free, `${share}.`)
  return warning('free space', space.free, `${share}: make room. When the disk is full, webhooks are refused with 503.`)
}

export function sizes(data: string): Check[] {
  const folder = join(data, 'workspaces')
  const all = (existsSync(folder) ? readdirSync(folder) : []).map((name) => join('workspaces', name))
  const files = ['directory.db', 'directory.db-wal', ...all].filter((name) => existsSync(join(data, name)))
  const sum = (suffix: RegExp) =>
    files.filter((name) => suffix.test(name)).reduce((bytes, name) => bytes + statSync(join(data, name)).size, 0)
  const [databases, logs] = [sum(/\.db$/), sum(/-wal$/)]
  const tooLong = logs > 256 * 1024 ** 2
  const words = `${megabytes(logs)} MB in write-ahead logs`
  return [
    ok('size', databases, `${megabytes(databases)} MB in databases.`),
    tooLong
      ? warning('logs', logs, `${words}: another program seems to keep a database open. Close it.`)
      : ok('logs', logs, `${words}.`),
  ]
}

/** Who else on this machine may read the data. */
export function fileModes(data: string): Check {
  if (process.platform === 'win32') return ok('file modes', null, 'Not looked at on Windows.')
  const paths = [data, ...['secret', 'directory.db', 'workspaces'].map((name) => join(data, name))]
  const open = paths.filter((path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0)
  if (open.length === 0) return ok('file modes', null, 'Only the owner may read the data.')
  return fault('file modes', open.join(', '), `Others may read ${open.join(', ')}: run chmod -R go-rwx ${data}.`)
}

export function backupAge(data: string, now: number): Check {
  const path = join(data, lastBackup)
  const made = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { at: string; file: string }) : null
  const how = 'Make one with "npm run -s ripen -- backup --to <file>", on another disk.'
  if (!made) return warning('backup', null, `None was made yet. ${how}`)
  const days = Math.floor((now - Date.parse(made.at)) / day)
  const words = `The last one was made ${made.at.slice(0, 16).replace('T', ' ')} UTC: ${made.file}.`
  return days <= 7
    ? ok('backup', made.at, words)
    : warning('backup', made.at, `${words} That is ${days} days ago. ${how}`)
}
