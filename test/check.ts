// `npm run check`: types of the project, of the dashboard and of the domain alone, lint and format, layout. Exit code 1 when one fails.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { layoutProblems, readTree } from './layout.ts'

const root = join(import.meta.dirname, '..')

/** The longest come first; as many run at once as there are processors. */
const commands: [what: string, command: string, ...args: string[]][] = [
  ['types of the project', 'tsc', '--noEmit', '-p', '.'],
  ['types of the dashboard', 'tsc', '--noEmit', '-p', 'web'],
  ['types of the domain without Node or a browser', 'tsc', '--noEmit', '-p', 'src/domain/tsconfig.json'],
  ['lint and format', 'biome', 'check', '--error-on-warnings'],
]

async function run([what, command, ...args]: (typeof commands)[number]): Promise<boolean> {
  const bin = join(root, 'node_modules', '.bin', command)
  const child = spawn(bin, args, { cwd: root, shell: process.platform === 'win32' })
  const [[status], said, complaint] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)])
  process.stdout.write(said + complaint)
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${what}`)
  return status === 0
}

function layout(): boolean {
  const problems = layoutProblems(readTree(root))
  for (const problem of problems) console.log(problem)
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} layout: arrows, bans, names and lengths`)
  return problems.length === 0
}

const waiting = commands.values()
const results = [layout()]
async function runOn(): Promise<void> {
  for (const command of waiting) results.push(await run(command))
}
await Promise.all(Array.from({ length: availableParallelism() }, runOn))
process.exit(results.every((ok) => ok) ? 0 : 1)
