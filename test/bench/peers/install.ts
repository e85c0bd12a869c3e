import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { progress } from '../progress.ts'

const folder = join(import.meta.dirname, '..')

/** Installs what the bench compares with, the first time. False, with words, where that does not work. */
export function installPeers(): boolean {
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return true
  progress('installing the peers (test/bench/package.json), once')
  const { status, error } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0)
    progress(`the peers cannot be installed${error ? ` (${error.message})` : ''}: measured without them`)
  return status === 0
}
