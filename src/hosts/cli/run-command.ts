import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Refused } from '../../domain/refusal.ts'
import { CallRefused, type Command, type Outcome, type Ripen } from './command.ts'
import { commands } from './commands/all.ts'
import { type Connection, connect } from './connect.ts'
import { commandHelp, help } from './help.ts'
import { nearest, type Option, readArguments } from './options.ts'
import { patient } from './patient.ts'
import { connectRemotely } from './remote.ts'

const common: Option[] = [
  { name: 'json', help: 'one JSON document on stdout' },
  { name: 'help', help: 'this text' },
]

/** Where a command is given. `print` takes what it answers, `say` what it remarks, `progress` a line that passes. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>
  print(text: string): void
  say(words: string): void
  /** Null takes the last line away. */
  progress(line: string | null): void
}

/** Carries out what stands on a command line, and says why where it is refused. The exit code. */
export async function runCommand(args: string[], around: Surroundings): Promise<number> {
  try {
    return await carryOutWords(args, around)
  } catch (error) {
    if (!(error instanceof Refused || error instanceof CallRefused)) throw error
    around.say(error.message)
    return 1
  }
}

function find(args: string[]): { command: Command; rest: string[] } | null {
  const command = commands.find(({ name }) => name.split(' ').every((word, i) => args[i] === word))
  return command ? { command, rest: args.slice(command.name.split(' ').length) } : null
}

/** What stays open until the command has ended. */
interface Session {
  ripen: Ripen
  close(): Promise<void>
}

function sessionFor(command: Command, { env, say, progress }: Surroundings): Session {
  const { RIPEN_SERVER, RIPEN_SECRET } = env
  const data = dataFor(command, env)
  let connection: Promise<Connection> | undefined
  const fetch = async (request: Request) => {
    connection ??= RIPEN_SERVER ? Promise.resolve(connectRemotely(RIPEN_SERVER, RIPEN_SECRET)) : connect(data, say)
    return (await connection).fetch(request)
  }
  const ripen = ripenOver({ data, say, progress }, patient(fetch, say))
  return { ripen, close: async () => (await connection?.catch(() => null))?.close() }
}

function ripenOver(own: Pick<Ripen, 'data' | 'say' | 'progress'>, fetch: Connection['fetch']): Ripen {
  return {
    ...own,
    async call<T>(method: string, path: string, body?: unknown): Promise<T> {
      const form = body instanceof FormData
      const headers: Record<string, string> = form || body === undefined ? {} : { 'content-type': 'application/json' }
      const sent = form ? body : body === undefined ? null : JSON.stringify(body)
      const response = await fetch(new Request(`http://ripen.localhost${path}`, { method, headers, body: sent }))
      const location = response.headers.get('location')
      if (response.status === 308 && location) return this.call(method, moved(path, location))
      const answer = response.status === 204 ? null : await response.json()
      if (!response.ok) throw new CallRefused(answer as Record<string, unknown>)
      return answer as T
    },
  }
}

/** A merged person's new address, reached the same way as the old one. */
function moved(path: string, location: string): string {
  return path.startsWith('/local/')
    ? path.replace(/^(\/local\/w\/[^/]+).*/, `$1${location.replace('/api/v1', '')}`)
    : location
}

async function carryOut(command: Command, rest: string[], around: Surroundings): Promise<number> {
  const given = readArguments(rest, [...command.options, ...common])
  if (given.on('help')) {
    around.print(commandHelp(command, common))
    return 0
  }
  const [least, most] = command.takes
  if (given.words.length < least || given.words.length > most)
    throw new Refused('invalid', `Usage: ${command.name} ${command.words}`.trimEnd())
  const { ripen, close } = sessionFor(command, around)
  let outcome: Outcome
  try {
    outcome = await command.run(given, ripen)
  } finally {
    around.progress(null)
    await close()
  }
  around.print(given.on('json') ? JSON.stringify(outcome.json, null, 2) : outcome.human)
  return outcome.failed ? 1 : 0
}

/** The data folder. With RIPEN_SERVER there is none, and what works on one is refused. */
function dataFor(
  { begins, here, name }: Command,
  { RIPEN_SERVER, RIPEN_DATA = './data' }: Surroundings['env'],
): string {
  const data = resolve(RIPEN_DATA)
  if (RIPEN_SERVER && here)
    throw new Refused('invalid', `"${name}" works on a data folder, and RIPEN_SERVER is set. Unset it.`)
  if (!RIPEN_SERVER && !begins && !existsSync(data))
    throw new Refused(
      'not_found',
      `There is no data folder at ${data}. Set RIPEN_DATA to the right one, or begin with "workspace create".`,
    )
  return data
}

async function carryOutWords(args: string[], around: Surroundings): Promise<number> {
  const found = find(args)
  if (found) return carryOut(found.command, found.rest, around)
  if (args.length === 0 || args[0] === 'help' || args[0] === '--help') {
    around.print(help(commands))
    return args.length === 0 ? 1 : 0
  }
  const group = commands.filter(({ name }) => name.startsWith(`${args[0]} `))
  if (group.length > 0 && (args.length === 1 || args[1] === '--help')) {
    around.print(help(group))
    return args.length === 1 ? 1 : 0
  }
  const words = args
    .filter((arg) => !arg.startsWith('-'))
    .slice(0, 2)
    .join(' ')
  const near = nearest(
    words,
    commands.map(({ name }) => name),
  )
  throw new Refused(
    'invalid',
    `There is no command "${words}".${near ? ` Did you mean "${near}"?` : ''} "--help" lists all.`,
  )
}
