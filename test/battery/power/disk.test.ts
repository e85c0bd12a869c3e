import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Chance } from '../../../src/demo/chance.ts'
import { syncsOfNormal } from './as-normal.ts'
import { Disk } from './disk.ts'
import { creates, type LogRecord, type Op, truncates } from './log.ts'

const folder = 9

function record(op: Op, file: number, offset = 0, data: string | Buffer = ''): LogRecord {
  return { op, pid: 1, thread: 1, file, offset, data: Buffer.from(data) }
}

const opened = [record('open', 1, creates, '/a'), record('open', folder, 0, '')]
const named = [record('syncing', folder), record('sync', folder)]
const synced = [record('syncing', 1), record('sync', 1)]

/** What the disk holds after these records and a power cut, by name. */
function after(records: LogRecord[], chance: Chance | null = null): Record<string, string> {
  const disk = new Disk()
  for (const each of records) disk.apply(each)
  const data = mkdtempSync(join(tmpdir(), 'ripen-test-'))
  onTestFinished(() => rmSync(data, { recursive: true }))
  disk.cut(data, chance)
  return Object.fromEntries(readdirSync(data).map((name) => [name, readFileSync(join(data, name), 'latin1')]))
}

test('what was synced is there after a power cut, what was written later is not', () => {
  const records = [...opened, ...named, record('write', 1, 0, 'ripe'), ...synced, record('write', 1, 0, 'rot')]
  expect(after(records)).toEqual({ a: 'ripe' })
})

test('a sync covers what was written before it began, not what came while it was under way', () => {
  const [begins, ends] = synced as [LogRecord, LogRecord]
  const records = [...opened, ...named, record('write', 1, 0, 'ripe'), begins, record('write', 1, 4, 'ning'), ends]
  expect(after(records)).toEqual({ a: 'ripe' })
})

test('a name is certain when its folder was synced, one that was taken away likewise', () => {
  const written = [...opened, record('write', 1, 0, 'ripe'), ...synced]
  expect(after(written)).toEqual({})
  const removed = [...written, ...named, record('unlink', 0, 0, '/a')]
  expect(after(removed)).toEqual({ a: 'ripe' })
  expect(after([...removed, ...named])).toEqual({})
})

test('a file that takes the name of another replaces it at once or not at all', () => {
  const old = [...opened, record('write', 1, 0, 'old'), ...synced, ...named]
  const anew = [
    record('open', 2, creates | truncates, '/b'),
    record('write', 2, 0, 'new'),
    record('syncing', 2),
    record('sync', 2),
  ]
  const renamed = [...old, ...anew, record('unlink', 0, 1, '/b'), record('rename', 0, 0, '/a')]
  for (let seed = 0; seed < 50; seed++) expect(['old', 'new']).toContain(after(renamed, new Chance(String(seed))).a)
  expect(after([...renamed, ...named])).toEqual({ a: 'new' })
})

test('what is not certain may be there in part, torn where sectors of 512 bytes end', () => {
  const records = [...opened, ...named, record('write', 1, 100, Buffer.alloc(1_000, 'x'))]
  const seen = new Set(Array.from({ length: 200 }, (_, seed) => after(records, new Chance(String(seed))).a!))
  const [none, all] = ['', '\0'.repeat(100) + 'x'.repeat(1_000)]
  expect(seen).toContain(none)
  expect(seen).toContain(all)
  expect(seen).toContain(all.slice(0, 512))
  expect(seen.size).toBe(8)
})

test('without waiting for the disk a commit is no sync; a new write-ahead log and a checkpoint still are', () => {
  const [wal, database] = [1, 2]
  const sync = [record('syncing', wal), record('sync', wal)]
  const records = [
    record('open', wal, creates, '/a.db-wal'),
    record('open', database, creates, '/a.db'),
    ...[record('write', wal, 0, 'header'), ...sync],
    ...[record('write', wal, 32, 'frame'), ...sync],
    ...[record('write', wal, 64, 'frame'), ...sync],
    ...[...sync, record('write', database), record('syncing', database), record('sync', database)],
    ...[record('write', wal, 32, 'frame'), ...sync, record('write', database)],
    ...[record('write', wal, 64, 'frame'), ...sync],
  ]
  const counts = syncsOfNormal(records)
  const syncs = [...records.entries()].filter(([, { op }]) => op === 'sync').map(([at]) => counts(at))
  expect(syncs).toEqual([true, false, false, true, true, true, false])
})

test('a write-ahead log that begins anew after a commit that need not wait is synced for itself', () => {
  const wal = 1
  const sync = [record('syncing', wal), record('sync', wal)]
  const records = [
    record('open', wal, creates, '/a.db-wal'),
    record('write', wal, 32, 'frame nobody waits for'),
    ...[record('write', wal, 0, 'header'), ...sync],
    ...[record('write', wal, 32, 'frame'), ...sync],
  ]
  const counts = syncsOfNormal(records)
  const syncs = [...records.entries()].filter(([, { op }]) => op === 'sync').map(([at]) => counts(at))
  expect(syncs).toEqual([true, false])
})
