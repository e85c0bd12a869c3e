import { existsSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { version } from '../../node/version.ts'
import { CallRefused, type Command } from '../command.ts'
import { megabytes } from '../megabytes.ts'

/** Where it stands when the last backup was made, for the doctor. */
export const lastBackup = 'last-backup.json'

export const backup: Command = {
  name: 'backup',
  words: '',
  summary: 'everything in one checked file, also while the server runs',
  takes: [0, 0],
  here: true,
  options: [
    { name: 'to', value: '<file>', help: 'the file to be made (required); there must be none yet' },
    { name: 'without-key', help: 'leave out the key of the secrets of sources; a restore needs it then' },
  ],
  async run(given, ripen) {
    const to = resolve(given.text('to') ?? '')
    if (!given.text('to')) throw new CallRefused({ detail: '--to <file> is missing.' })
    refuseExisting(to)
    const kept = existsSync(join(ripen.data, 'secret')) && process.env.RIPEN_SECRET === undefined
    const key = kept && !given.on('without-key')
    const archive = `${to}.${process.pid}.part`
    const folder = `${to}.${process.pid}.copies`
    const clear = () => {
      for (const path of [archive, folder]) rmSync(path, { recursive: true, force: true })
    }
    const interrupted = () => {
      clear()
      process.exit(130)
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted)
    try {
      const { packBackup } = await import('../backup/pack.ts')
      const manifest = await packBackup(ripen, { folder, archive, key, release: version })
      refuseExisting(to)
      renameSync(archive, to)
      const { size } = statSync(to)
      const until = manifest.files.flatMap((file) => file.until ?? []).toSorted()[0]
      const made = { file: to, size, until, key: manifest.key, files: manifest.files }
      writeFileSync(join(ripen.data, lastBackup), `${JSON.stringify({ file: to, at: manifest.createdAt, size })}\n`)
      return { json: { backup: made }, human: inWords(to, size, manifest.files.length - (key ? 2 : 1), until!, key) }
    } catch (error) {
      throw inWordsOf(error, to)
    } finally {
      clear()
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted)
    }
  },
}

function refuseExisting(to: string): void {
  if (existsSync(to))
    throw new CallRefused({ detail: `${to} is there already, and a backup replaces nothing. Name another file.` })
  if (!existsSync(dirname(to)))
    throw new CallRefused({ detail: `There is no folder ${dirname(to)}. Make it first, or name another.` })
}

/** A full disk and the like, said as what they are. */
function inWordsOf(error: unknown, to: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (error instanceof CallRefused && !/SQLITE_FULL|disk is full|disk I\/O/i.test(message)) return error
  if (!(error instanceof CallRefused) && !code) return error
  const { bavail, bsize } = statfsSync(dirname(to))
  return new CallRefused({
    detail: `The backup could not be written to ${dirname(to)}: ${message} Free there: ${megabytes(bavail * bsize)} MB; it needs as much as all data and the largest workspace once more. Nothing of it was left behind.`,
  })
}

function inWords(to: string, size: number, workspaces: number, until: string, key: boolean): string {
  return [
    `${to}: ${megabytes(size)} MB, ${workspaces} ${workspaces === 1 ? 'workspace' : 'workspaces'}, checked.`,
    `Everything acknowledged before ${until} is in it.`,
    key
      ? 'It contains the key that opens the secrets of your sources: keep it as you would keep a password.'
      : 'The key that opens the secrets of your sources is not in it. Keep RIPEN_SECRET, or the file "secret", apart.',
  ].join('\n')
}
