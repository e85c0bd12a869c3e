// Puts the Node 24 that came as an npm package first on PATH and runs the rest of the command line with it,
// whatever Node started npm: better-sqlite3's ready-made binary needs Node 22 or newer.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const modules = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'node_modules')
const names = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`, `node-win-${process.arch}`]
const found = names.map((name) => join(modules, name, 'bin')).find((path) => existsSync(path))
if (!found && Number(process.versions.node.split('.')[0]) < 22) {
  console.error(`Ripen ships no Node for ${process.platform}-${process.arch}. Install Node 22 or newer, or run "npm ci" again.`)
  process.exit(1)
}
const path = [found, join(modules, '.bin'), process.env.PATH].filter(Boolean).join(delimiter)
const [command, ...args] = process.argv.slice(2)
const run = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, PATH: path }, shell: process.platform === 'win32' })
if (run.error) console.error(`Cannot run ${command}: ${run.error.message}. Run "npm ci" first.`)
process.exit(run.status ?? (run.signal === 'SIGINT' ? 130 : 1))
