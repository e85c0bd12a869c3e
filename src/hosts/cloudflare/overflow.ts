import { Refused } from '../../domain/refusal.ts'
import type { Hook, HookOutcome } from '../../http/hook.ts'
import { unreadable } from '../../sources/unreadable.ts'
import { mayBeChallenge } from '../../sources/zoom/payload.ts'
import { errorFields, log } from '../log.ts'
import { type Env, workspaceOf } from './env.ts'
import type { WorkspaceObject } from './workspace-object.ts'

/** A webhook that waits in the queue. Nobody has looked at its signature yet: its workspace will. */
export interface QueuedHook extends Hook {
  workspace: string
  receivedAt: number
}

/** Zoom waits for three seconds; so long its workspace may take, ms, before the queue does. */
const patience = 1_500
/** A message of the queue holds 128 kB with everything around it. */
const largest = 100_000
const deadLetters = 'ripen-dead-letters'

/**
 * Hands a webhook to its workspace. Where that is overloaded or takes too long, the queue keeps it; refused
 * `unavailable` where that cannot. What both got is counted once all the same.
 */
export async function takeHook(env: Env, workspace: string, hook: Hook, now: () => number): Promise<HookOutcome> {
  const receivedAt = now()
  try {
    const outcome = await within(patience, workspaceOf(env, workspace).hook({ ...hook, receivedAt }))
    if (outcome !== 'late') return outcome
  } catch (error) {
    // An object that is overloaded, moved or updated throws; which of these it was changes nothing for the webhook.
    if (error instanceof Refused) throw error
  }
  if (!mayWait(hook)) throw new Refused('unavailable', 'This workspace is overloaded. Send it again in a few seconds.')
  await env.OVERFLOW.send({ ...hook, workspace, receivedAt }, { contentType: 'v8' })
  return 'stored'
}

/** A challenge needs its answer at once, and a large body has no room in a message. */
function mayWait({ body }: Hook): boolean {
  return body.byteLength <= largest && !mayBeChallenge(body)
}

/** Stores what waited. What cannot be stored comes again; after many tries it comes as a dead letter. */
export async function takeQueued({ queue, messages }: QueueBatch<QueuedHook>, env: Env): Promise<void> {
  const groups = Map.groupBy(messages, ({ body }) => body.workspace)
  const take = queue === deadLetters ? bury : store
  await Promise.all(
    [...groups].map(async ([workspace, group]) => {
      const settled = await take(
        workspaceOf(env, workspace),
        group.map(({ body }) => body),
      ).catch((error) => {
        log('queued webhooks not stored', { workspace, count: group.length, ...errorFields(error) })
        return []
      })
      for (const [at, message] of group.entries()) settled[at] ? message.ack() : message.retry()
    }),
  )
}

/** Whether each is done with: a webhook that is refused for its signature or its key will never be stored. */
async function store(workspace: WorkspaceObject, hooks: Hook[]): Promise<boolean[]> {
  const statuses = await workspace.hooks(hooks)
  return statuses.map((status) => status < 500)
}

async function bury(workspace: WorkspaceObject, hooks: Hook[]): Promise<boolean[]> {
  await workspace.quarantine(hooks, unreadable('overloaded').text)
  return hooks.map(() => true)
}

function within<T>(ms: number, answer: Promise<T>): Promise<T | 'late'> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late' as const)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
