import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Held, takeLock } from '../../node/lock.ts'
import { restoring } from '../../node/restoring.ts'
import { acceptLoss, numbered, readPosition } from '../../node/watermark.ts'
import type { ManifestFile } from '../backup/manifest.ts'
import { CallRefused, type Command, type Ripen } from '../command.ts'

/** What the data of a folder consist of; the rest of it is the lock, the socket and what was put aside before. */
const parts = ['directory.db', 'directory.db-wal', 'directory.db-shm', 'directory.mark', 'workspaces']

export const restore: Command = {
  name: 'restore',
  words: '<file>',
  summary: 'put back a backup; the server must be stopped, the present data are kept aside',
  takes: [1, 1],
  begins: true,
  here: true,
  options: [],
  async run(given, ripen) {
    const path = resolve(given.words[0]!)
    process.umask(0o077)
    mkdirSync(ripen.data, { recursive: true })
    const taken = takeLock(ripen.data, 'command')
    if ('heldBy' in taken) throw new CallRefused({ detail: new Held(ripen.data, taken.heldBy).message })
    const time = new Date().toISOString().replace(/[:.]/g, '-')
    const [fresh, before] = [join(ripen.data, `restored-${time}`), join(ripen.data, `before-${time}`)]
    try {
      const { unpackBackup } = await import('../backup/unpack.ts')
      const files = await unpackBackup(path, fresh, ripen)
      for (const { name } of files) if (name.endsWith('.db')) mark(join(fresh, name), name)
      const aside = swap(ripen, { fresh, before }, files)
      const key = keyIn(files)
      const workspaces = files.flatMap(({ slug }) => slug ?? [])
      return {
        json: { restored: { file: path, workspaces, key, before: aside } },
        human: inWords(workspaces, key, aside),
      }
    } finally {
      rmSync(fresh, { recursive: true, force: true })
      taken.lock.release()
    }
  },
}

function mark(path: string, name: string): void {
  const position = readPosition(path, name === 'directory.db' ? [] : numbered)
  if (position) acceptLoss(path, position)
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
}

/** Puts what is there aside and what was unpacked in its place. A server that finds this half done does not start. */
function swap(
  ripen: Ripen,
  { fresh, before }: { fresh: string; before: string },
  files: ManifestFile[],
): string | null {
  const { data } = ripen
  const taken = files.some(({ name }) => name === 'secret') ? [...parts, 'secret'] : parts
  const present = taken.filter((part) => existsSync(join(data, part)))
  writeFileSync(join(data, restoring), JSON.stringify({ before }), { flush: true })
  if (present.length > 0) mkdirSync(before)
  for (const part of present) renameSync(join(data, part), join(before, part))
  for (const part of taken.filter((part) => existsSync(join(fresh, part))))
    renameSync(join(fresh, part), join(data, part))
  mkdirSync(join(data, 'workspaces'), { recursive: true })
  rmSync(join(data, restoring))
  return present.length > 0 ? before : null
}

type Key = 'restored' | 'from RIPEN_SECRET' | 'missing'

function keyIn(files: ManifestFile[]): Key {
  if (process.env.RIPEN_SECRET !== undefined) return 'from RIPEN_SECRET'
  return files.some(({ name }) => name === 'secret') ? 'restored' : 'missing'
}

function inWords(workspaces: string[], key: Key, before: string | null): string {
  return [
    `Restored: ${workspaces.length === 0 ? 'no workspace' : workspaces.join(', ')}.`,
    ...(before ? [`What was there before is in ${before}; remove it when you need it no more.`] : []),
    {
      restored: 'The key of the secrets of sources came with it.',
      'from RIPEN_SECRET': 'The key of the secrets of sources is RIPEN_SECRET: it must be the one of that time.',
      missing:
        'The key of the secrets of sources is not in this backup. Set RIPEN_SECRET to the one of that time, or put the file "secret" of that time into the data folder, before you start the server.',
    }[key],
    'Start the server, and ask "npm run -s ripen -- doctor" whether all is well.',
  ].join('\n')
}
