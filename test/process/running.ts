import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { signed } from '../zoom-run.ts'
import { builtIn } from './built-in.ts'
import { readyMade } from './ready-made.ts'

const root = join(import.meta.dirname, '..', '..')

/** Takes what has to be done at the end: that of a test, unless what it makes is for several. */
export type AtEnd = (undo: () => void) => void

/** A folder for one test; it goes when the test ends. */
export function temporaryFolder(atEnd: AtEnd = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-test-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface RunningServer {
  address: string
  pid: number
  /** Everything written to stdout and stderr so far. */
  output(): string
  /** Sends the signal and waits for the end: the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>
}

/** `npm start` as a process of its own, on any free port; killed when the test ends. */
export async function startServer(
  data: string,
  env: NodeJS.ProcessEnv = {},
  atEnd: AtEnd = onTestFinished,
): Promise<RunningServer> {
  const child = run('server', [], { PORT: '0', ...env, RIPEN_DATA: data })
  atEnd(() => void child.kill('SIGKILL'))
  const output = collect(child)
  const exit = once(child, 'exit')
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', () => {
      const found = /on (http:\/\/\S+?),/.exec(output())
      if (found) resolve(found[1]!)
    })
    exit.then(([code]) => reject(new Error(`the server ended with ${code}: ${output()}`)))
  })
  return {
    address,
    pid: child.pid!,
    output,
    async end(signal) {
      child.kill(signal)
      const [code, by] = (await exit) as [number | null, NodeJS.Signals]
      return code ?? by
    },
  }
}

/** A server that is killed so many ms after it was started, wherever it is by then. */
export async function killStarting(data: string, afterMs: number, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const child = run('server', [], { PORT: '0', ...env, RIPEN_DATA: data })
  const exit = once(child, 'exit')
  setTimeout(() => child.kill('SIGKILL'), afterMs)
  await exit
}

/** A server that is expected not to start: what it says and its exit code. */
export async function refusedServer(
  data: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; output: string }> {
  const child = run('server', [], { PORT: '0', ...env, RIPEN_DATA: data })
  const output = collect(child)
  const [code] = (await once(child, 'close')) as [number]
  return { code, output: output() }
}

export interface CommandResult {
  code: number
  stdout: string
  stderr: string
}

/** `npm run ripen -- <args>` as a process of its own, on the data of a folder. */
export function ripen(data: string, ...args: string[]): Promise<CommandResult> {
  return ripenIn({ RIPEN_DATA: data }, ...args)
}

/** The same with whatever environment. */
export async function ripenIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<CommandResult> {
  const child = run('ripen', args, env)
  let stdout = ''
  let stderr = ''
  child.stdout!.on('data', (text) => (stdout += text))
  child.stderr!.on('data', (text) => (stderr += text))
  const [code] = (await once(child, 'close')) as [number]
  return { code, stdout, stderr }
}

/** The same with `--json`; throws what stands on stderr when the command fails. */
export async function ripenJson<T>(data: string, ...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await ripen(data, ...args, '--json')
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as T
}

const kiwis = new Map<string, ReturnType<typeof kiwiWith>>()

/** A workspace `kiwi` in Asia/Jerusalem with a Zoom source that signs with `secret`, as the commands make it. */
export function newWorkspace(data: string, secret: string): Promise<{ apiKey: string; path: string }> {
  const kiwi = kiwis.get(secret) ?? kiwiWith(secret)
  kiwis.set(secret, kiwi)
  return kiwi(data)
}

function kiwiWith(secret: string) {
  return readyMade(async (data) => {
    const create = ['workspace', 'create', 'kiwi', '--timezone', 'Asia/Jerusalem']
    const { apiKey } = await ripenJson<{ apiKey: string }>(data, ...create)
    const add = ['source', 'add', 'zoom', '--workspace', 'kiwi', '--secret', secret]
    const { path } = await ripenJson<{ path: string }>(data, ...add)
    return { apiKey, path }
  })
}

/**
 * Sends signed bodies over 64 connections and calls `onAnswer` for each answer; returns the indexes answered by 204.
 * A connection that breaks only means that this delivery was not acknowledged.
 */
export async function deliver(
  url: string,
  bodies: readonly { index: number; body: string }[],
  secret: string,
  onAnswer: (acknowledged: number) => void = () => {},
): Promise<Set<number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const acknowledged = new Set<number>()
  let next = 0
  async function sendOn(): Promise<void> {
    for (let each = bodies[next++]; each; each = bodies[next++]) {
      const status = await post(url, each.body, signed(each.body, secret), agent).catch(() => 0)
      if (status === 204) acknowledged.add(each.index)
      if (status !== 0) onAnswer(acknowledged.size)
    }
  }
  await Promise.all(Array.from({ length: 64 }, sendOn))
  agent.destroy()
  return acknowledged
}

/** The same until all are acknowledged: what an overloaded server refuses is sent again, as platforms do. */
export async function deliverAll(
  url: string,
  bodies: readonly { index: number; body: string }[],
  secret: string,
  onAnswer: (acknowledged: number) => void = () => {},
): Promise<Set<number>> {
  const acknowledged = new Set<number>()
  for (let left = bodies; left.length > 0; left = bodies.filter(({ index }) => !acknowledged.has(index))) {
    const before = acknowledged.size
    for (const index of await deliver(url, left, secret, (count) => onAnswer(before + count))) acknowledged.add(index)
  }
  return acknowledged
}

function post(url: string, body: string, headers: Record<string, string>, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    const outgoing = request(url, { method: 'POST', agent, headers: { ...headers, ...length } }, (incoming) => {
      incoming.resume()
      incoming.on('end', () => resolve(incoming.statusCode!))
      incoming.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** Waits until every acknowledged delivery is in every answer. */
export async function untilQuiet(address: string): Promise<void> {
  for (;;) {
    const answer = (await (await fetch(`${address}/healthz`)).json()) as { backlog: number }
    if (answer.backlog === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const sources = { server: 'test/process/server.ts', ripen: 'src/hosts/cli/ripen.ts' }

/** As the run of the tests has built it, else from its sources. */
function run(what: keyof typeof sources, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const built = process.env[builtIn]
  const script = built ? join(built, `${what}.js`) : join(root, sources[what])
  return spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  })
}

function collect(child: ChildProcess): () => string {
  let text = ''
  child.stdout!.on('data', (part) => (text += part))
  child.stderr!.on('data', (part) => (text += part))
  return () => text
}
