// Puts the Node 24 that came as an npm package first on PATH and runs the rest of the command line with it,
// whatever Node started npm: better-sqlite3's ready-made binary needs Node 22 or newer. What Node has compiled it keeps
// for the next start, which takes half as long then; where it may not write, it compiles anew.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const modules = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'node_modules')
const names = [
  `node-${process.platform}-${process.arch}`,
  `node-bin-${process.platform}-${process.arch}`,
  `node-win-${process.arch}`,
]
const found = names.map((name) => join(modules, name, 'bin')).find((path) => existsSync(path))
if (!found && Number(process.versions.node.split('.')[0]) < 22) {
  console.error(
    `Ripen ships no Node for ${process.platform}-${process.arch}. Install Node 22 or newer, or run "npm ci" again.`,
  )
  process.exit(1)
}
const path = [found, join(modules, '.bin'), process.env.PATH].filter(Boolean).join(delimiter)
const [command, ...args] = process.argv.slice(2)
const run = spawn(command, args, {
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE: join(modules, '.cache', 'node'), ...process.env, PATH: path },
  shell: process.platform === 'win32',
})
run.on('error', (error) => {
  console.error(`Cannot run ${command}: ${error.message}. Run "npm ci" first.`)
  process.exit(1)
})
run.on('exit', (status, signal) => process.exit(status ?? (signal === 'SIGINT' ? 130 : 1)))

// A terminal sends SIGINT to the command itself. Under npm a shell stands between, which dies of SIGTERM and tells nobody.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal))
const parent = process.ppid
const orphaned = () => process.ppid !== parent && run.kill('SIGTERM')
if (process.env.npm_lifecycle_event && process.platform !== 'win32') setInterval(orphaned, 250).unref()
