import { readdirSync, readFileSync } from 'node:fs'
import { type Profiler, Session } from 'node:inspector/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Cost } from './row.ts'

const root = join(import.meta.dirname, '..', '..')
const most = 12

/** Runs something and says where its time went: nothing when it is not to be profiled. */
export async function profiled<T>(wanted: boolean, run: () => T | Promise<T>): Promise<{ result: T; costs?: Cost[] }> {
  if (!wanted) return { result: await run() }
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  const result = await run()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return { result, costs: costsOf(profile, '') }
}

/** How a process is started that leaves a profile of each of its threads in a folder. */
export function profilingArguments(folder: string): string[] {
  return ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}

export function costsInFolder(folder: string): Cost[] {
  return readdirSync(folder).flatMap((file) => {
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profiler.Profile
    const isWorkspaces = profile.nodes.some(({ callFrame }) => callFrame.url.endsWith('src/hosts/node/workspaces.ts'))
    return costsOf(profile, isWorkspaces ? 'workspaces' : 'front')
  })
}

/**
 * The greatest costs of a thread's busy time. What a package or SQLite does is charged to who of ours called it; what
 * the bench itself and the build of the screens do is left out.
 */
export function costsOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, thread: string): Cost[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const own = new Map<number, number>()
  samples.forEach((id, at) => {
    own.set(id, (own.get(id) ?? 0) + (timeDeltas[at] ?? 0))
  })
  const sums = new Map<string, number>()
  let busy = 0
  for (const [id, time] of own) {
    const { functionName } = byId.get(id)!.callFrame
    if (functionName === '(idle)' || functionName === '(program)' || functionName === '(root)') continue
    const chain = chainOf(id)
    if (/\/(test|web)\//.test(chain.find(isOurs)?.url ?? '')) continue
    busy += time
    const what = nameOf(chain)
    sums.set(what, (sums.get(what) ?? 0) + time)
  }
  return [...sums]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([what, time]) => ({ thread, share: Math.round((time / busy) * 1000) / 1000, what }))

  function chainOf(id: number | undefined): Profiler.ProfileNode['callFrame'][] {
    const chain = []
    for (let at = id; at !== undefined; at = parents.get(at)) chain.push(byId.get(at)!.callFrame)
    return chain
  }
}

type Frame = Profiler.ProfileNode['callFrame']

function nameOf(chain: readonly Frame[]): string {
  const [inner] = chain as [Frame]
  if (inner.functionName === '(garbage collector)') return 'garbage collection'
  const caller = chain.find(isOurs)
  if (caller === inner) return inWords(inner)
  const between = chain.slice(0, caller ? chain.indexOf(caller) : chain.length)
  return `${groupOf(between)}${caller ? ` for ${inWords(caller)}` : ''}`
}

/** Our own code, but for the file that only hands statements to SQLite. */
function isOurs({ url }: Frame): boolean {
  return url.startsWith('file:') && !url.includes('/node_modules/') && !url.endsWith(driver)
}

function inWords({ functionName, url, lineNumber }: Frame): string {
  const file = relative(root, fileURLToPath(url))
  return functionName ? `${functionName} (${file})` : `a function (${file}:${lineNumber + 1})`
}

const driver = 'src/hosts/node/sqlite.ts'
const groups: [RegExp, string][] = [
  [/better-sqlite3/, 'SQLite'],
  [new RegExp(`${driver}$`), 'SQLite'],
  [/undici/, 'requests and responses of Node (undici)'],
  [/^node:(_http|net|internal\/(stream|net|http|timers))/, 'HTTP of Node'],
  [/^node:internal\/crypto/, 'node:crypto'],
  [/^wasm:/, 'WebAssembly of Node (HTTP parser)'],
  [/^node:/, 'Node itself'],
]

/** What runs below our own code, by the nearest thing that has a name. */
function groupOf(frames: readonly Frame[]): string {
  const url = frames.find((frame) => frame.url !== '')?.url
  if (url === undefined) return frames[0]!.functionName || 'native code'
  const parts = url.split('/node_modules/').at(-1)!.split('/')
  return groups.find(([shape]) => shape.test(url))?.[1] ?? parts.slice(0, parts[0]!.startsWith('@') ? 2 : 1).join('/')
}
