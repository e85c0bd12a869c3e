// `npm run check`: types of the project, of the dashboard and of the domain alone, lint and format, layout. Exit code 1 when one fails.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { layoutProblems, readTree } from './layout.ts'

const root = join(import.meta.dirname, '..')

function run(what: string, command: string, args: string[]): boolean {
  const bin = join(root, 'node_modules', '.bin', command)
  const shell = process.platform === 'win32'
  const { status, error } = spawnSync(bin, args, { cwd: root, stdio: 'inherit', shell })
  const ok = status === 0
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${what}${error ? `: ${error.message}` : ''}`)
  return ok
}

function layout(): boolean {
  const problems = layoutProblems(readTree(root))
  for (const problem of problems) console.log(problem)
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} layout: arrows, bans, names and lengths`)
  return problems.length === 0
}

const results = [
  run('types of the project', 'tsc', ['--noEmit', '-p', '.']),
  run('types of the dashboard', 'tsc', ['--noEmit', '-p', 'web']),
  run('types of the domain without Node or a browser', 'tsc', ['--noEmit', '-p', 'src/domain/tsconfig.json']),
  run('lint and format', 'biome', ['check', '--error-on-warnings']),
  layout(),
]
process.exit(results.every((ok) => ok) ? 0 : 1)
