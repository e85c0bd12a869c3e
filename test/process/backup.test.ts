import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { signed, zoomRun } from '../zoom-run.ts'
import { deliverAll, newWorkspace, ripen, ripenJson, startServer, temporaryFolder, untilQuiet } from './running.ts'

const secret = 'kiwi-secret-that-nobody-may-read'

interface Made {
  backup: { until: string; key: string; files: { name: string; until?: string; slug?: string }[] }
}

interface Restored {
  restored: { workspaces: string[]; key: string; before: string | null }
}

const backupTo = (data: string, to: string, ...more: string[]) => ripenJson<Made>(data, 'backup', '--to', to, ...more)

/** Every file of a folder with its bytes, but for the lock. */
function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const paths = files.map((file) => join(file.parentPath, file.name)).filter((path) => !/lock(\.json)?$/.test(path))
  return new Map(paths.map((path) => [path, readFileSync(path).toString('latin1')]))
}

test('a backup of a server under load holds all that was acknowledged before its end mark, and another machine goes on from it', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { path, apiKey } = await newWorkspace(data, secret)
  await ripenJson(data, 'workspace', 'create', 'lime')
  const bodies = zoomRun(400).map(({ body }, index) => ({ index, body }))
  const to = join(temporaryFolder(), 'ripen.tar')
  const acknowledgedAt: number[] = []
  let made: Promise<Made> | undefined
  const all = deliverAll(server.address + path, bodies, secret, (count) => {
    acknowledgedAt[count] ??= Date.now()
    if (count > 200) made ??= backupTo(data, to)
  })
  await all
  const { backup } = await made!
  expect(backup.key).toBe('included')
  expect(
    backup.files
      .map(({ slug }) => slug)
      .filter(Boolean)
      .toSorted(),
  ).toEqual(['kiwi', 'lime'])
  expect(statSync(to).mode & 0o077).toBe(0)

  const unpacked = temporaryFolder()
  execFileSync('tar', ['xf', to, '-C', unpacked])
  const kiwi = backup.files.find(({ slug }) => slug === 'kiwi')!
  const sqlite = new Database(join(unpacked, kiwi.name))
  const stored = sqlite.prepare('SELECT count(*) FROM delivery').pluck().get() as number
  sqlite.close()
  const before = acknowledgedAt.filter((at) => at < Date.parse(kiwi.until!)).length
  expect(before).toBeGreaterThan(200)
  expect(stored).toBeGreaterThanOrEqual(before)

  await untilQuiet(server.address)
  expect(await server.end('SIGTERM')).toBe(0)
  const elsewhere = join(temporaryFolder(), 'data')
  const { restored } = await ripenJson<Restored>(elsewhere, 'restore', to)
  expect(restored).toMatchObject({
    workspaces: expect.arrayContaining(['kiwi', 'lime']),
    key: 'restored',
    before: null,
  })
  const again = await startServer(elsewhere)
  expect((await deliverAll(again.address + path, bodies.slice(-100), secret)).size).toBe(100)
  const headers = { authorization: `Bearer ${apiKey}` }
  expect((await fetch(`${again.address}/api/v1/webinars`, { headers })).status).toBe(200)
  expect(await again.end('SIGTERM')).toBe(0)
})

test('a restore puts aside what was there, and needs the server stopped', async () => {
  const data = temporaryFolder()
  const { path } = await newWorkspace(data, secret)
  const to = join(temporaryFolder(), 'ripen.tar')
  await backupTo(data, to)
  await ripenJson(data, 'workspace', 'create', 'lime')
  const server = await startServer(data)
  await expect(ripenJson(data, 'restore', to)).rejects.toThrow(/in use by a Ripen server .* Stop that first/)
  expect(await server.end('SIGTERM')).toBe(0)

  const { restored } = await ripenJson<Restored>(data, 'restore', to)
  const slugs = async (folder: string) =>
    (await ripenJson<{ items: { slug: string }[] }>(folder, 'workspace', 'list')).items.map(({ slug }) => slug)
  expect(await slugs(data)).toEqual(['kiwi'])
  expect(await slugs(restored.before!)).toEqual(['kiwi', 'lime'])
  const { items } = await ripenJson<{ items: { path: string }[] }>(data, 'source', 'list', '--workspace', 'kiwi')
  expect(items).toMatchObject([{ path }])
})

test('a damaged or strange backup changes nothing, and is refused in words', async () => {
  const data = temporaryFolder()
  await newWorkspace(data, secret)
  const folder = temporaryFolder()
  const to = join(folder, 'ripen.tar')
  await backupTo(data, to)
  const before = contents(data)
  const damaged = (name: string, damage: (path: string) => void) => {
    cpSync(to, join(folder, name))
    damage(join(folder, name))
    return join(folder, name)
  }
  const replaced = (from: string, by: string) => (path: string) =>
    writeFileSync(path, readFileSync(path, 'latin1').replace(from, by), 'latin1')
  const cases: [string, RegExp][] = [
    [damaged('bit.tar', replaced('SQLite format 3', 'SQLite format 4')), /is damaged: the sum of workspaces/],
    [damaged('cut.tar', (path) => truncateSync(path, 150_000)), /it is cut off/],
    [damaged('newer.tar', replaced('"format": 1', '"format": 2')), /made by a newer release of Ripen/],
    [damaged('strange.tar', (path) => writeFileSync(path, 'x'.repeat(2_000))), /no tar archive/],
    [join(folder, 'missing.tar'), /cannot be read \(ENOENT\)/],
  ]
  for (const [path, words] of cases) {
    const { code, stdout, stderr } = await ripen(data, 'restore', path, '--json')
    expect([path, code, stdout]).toEqual([path, 1, ''])
    expect(stderr).toMatch(words)
  }
  expect(contents(data)).toEqual(before)
})

test('a backup of a release that knows more migrations is refused, and nothing is changed', async () => {
  const data = temporaryFolder()
  await newWorkspace(data, secret)
  const [file] = readdirSync(join(data, 'workspaces')).filter((name) => name.endsWith('.db'))
  const to = join(temporaryFolder(), 'ripen.tar')
  await backupTo(data, to)
  const text = readFileSync(to, 'latin1')
  expect(text).toContain('0003_source_seen')
  const changed = text.replaceAll('0003_source_seen', '9003_source_seen')
  const begin = changed.indexOf('SQLite format 3')
  const size = statSync(join(data, 'workspaces', file!)).size
  const sum = (all: string) =>
    createHash('sha256')
      .update(Buffer.from(all.slice(begin, begin + size), 'latin1'))
      .digest('hex')
  writeFileSync(to, changed.replace(sum(text), sum(changed)), 'latin1')
  await expect(ripenJson(data, 'restore', to)).rejects.toThrow(/newer release of Ripen \(9003_source_seen\)/)
})

test('a backup replaces no file, and of one that does not fit nothing is left', async () => {
  const data = temporaryFolder()
  await newWorkspace(data, secret)
  const folder = temporaryFolder()
  const to = join(folder, 'ripen.tar')
  writeFileSync(to, 'precious')
  await expect(backupTo(data, to)).rejects.toThrow('is there already, and a backup replaces nothing')
  expect(readFileSync(to, 'utf8')).toBe('precious')
  if (process.platform === 'win32') return

  const script = join(import.meta.dirname, '../../src/hosts/cli/ripen.ts')
  const limited = `ulimit -f 100; exec "$0" "$1" backup --to "$2"`
  const other = join(folder, 'other.tar')
  const child = spawn('bash', ['-c', limited, process.execPath, script, other], {
    env: { ...process.env, RIPEN_DATA: data },
  })
  let words = ''
  child.stderr.on('data', (part) => (words += part))
  const [code] = await once(child, 'close')
  expect([code, words]).toEqual([1, expect.stringMatching(/could not be written .* Free there: \d+ MB/s)])
  expect(readdirSync(folder)).toEqual(['ripen.tar'])
})

test('the secret of a source stands nowhere in the clear, and a backup without the key has no key', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { path } = await newWorkspace(data, secret)
  const { body } = zoomRun(1)[0]!
  await fetch(server.address + path, { method: 'POST', headers: signed(body, secret), body })
  const folder = temporaryFolder()
  const { backup } = await backupTo(data, join(folder, 'without.tar'), '--without-key')
  expect(backup.key).toBe('elsewhere')
  const key = readFileSync(join(data, 'secret'), 'latin1').trim()
  const stored = contents(data)
  expect([...stored.keys()].some((name) => name.endsWith('.db-wal'))).toBe(true)
  for (const [name, bytes] of [...stored, ...contents(folder)]) {
    expect([name, bytes.includes(secret)]).toEqual([name, false])
    if (!name.endsWith('/secret')) expect([name, bytes.includes(key)]).toEqual([name, false])
  }
  expect(stored.get(join(data, 'secret'))).toContain(key)
  expect(existsSync(join(folder, 'without.tar'))).toBe(true)
  mkdirSync(join(folder, 'elsewhere'))
  const { restored } = await ripenJson<Restored>(join(folder, 'elsewhere'), 'restore', join(folder, 'without.tar'))
  expect(restored.key).toBe('missing')
})
