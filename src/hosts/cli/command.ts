import type { Given, Option } from './options.ts'

/** One command: its words, what follows them, its options, and what it does. */
export interface Command {
  name: string
  words: string
  summary: string
  /** How many words must follow the name, at least and at most. */
  takes: [number, number]
  options: Option[]
  /** It may be the first that is done with a data folder; the others make none. */
  begins?: true
  /** It works on the data folder of this machine, which a Ripen elsewhere does not have. */
  here?: true
  /** What goes to stdout: the document for `--json`, and the same for people. */
  run(given: Given, ripen: Ripen): Promise<Outcome>
}

export interface Outcome {
  json: unknown
  human: string
  /** Something was refused, though not everything: the exit code says so. */
  failed?: boolean
}

/**
 * What a command works with. Calls throw `CallRefused` with the words of the problem document; the first one finds the
 * server that holds the data, or opens them here.
 */
export interface Ripen {
  /** The data folder, an absolute path. */
  data: string
  call<T>(method: string, path: string, body?: unknown): Promise<T>
  /** A line on stderr that stays. */
  say(words: string): void
  /** One that the next one replaces on a terminal. */
  progress(line: string): void
}

export class CallRefused extends Error {
  readonly problem: Record<string, unknown>

  constructor(problem: Record<string, unknown>) {
    super(String(problem.detail ?? problem.title ?? 'Ripen gave no reason'))
    this.problem = problem
  }
}

export const workspaceOption: Option = { name: 'workspace', value: '<slug>', help: 'the workspace (required)' }

/** The path of a call of the workspace that `--workspace` names. */
export function inWorkspace(given: Given, path: string): string {
  const slug = given.text('workspace')
  if (!slug) throw new CallRefused({ detail: '--workspace <slug> is missing.' })
  return `/local/w/${encodeURIComponent(slug)}${path}`
}

const patience = 30_000

/**
 * Waits until everybody whom the command concerns has been scored, so that the next answer is complete. While webhooks
 * come in somebody is always due: it waits no longer when for half a minute there were not fewer.
 */
export async function untilScored(given: Given, ripen: Ripen): Promise<void> {
  for (let [least, since] = [Number.POSITIVE_INFINITY, 0]; ; ) {
    const { backlog } = await ripen.call<{ backlog: number }>('GET', inWorkspace(given, '/workspace'))
    if (backlog === 0) return
    if (backlog < least) [least, since] = [backlog, Date.now()]
    if (Date.now() - since > patience) return
    ripen.progress(`scoring: ${backlog} still due`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
