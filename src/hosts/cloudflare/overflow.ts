import { Refused } from '../../domain/refusal.ts'
import type { Hook, HookOutcome } from '../../http/hook.ts'
import { type Env, workspaceOf } from './env.ts'

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
  return body.byteLength <= largest && !new TextDecoder().decode(body).includes('endpoint.url_validation')
}

/** Stores what waited. What cannot be stored is tried again; after many tries it becomes a dead letter. */
export async function takeQueued({ queue, messages }: QueueBatch<QueuedHook>, env: Env): Promise<void> {
  const byWorkspace = Map.groupBy(messages, ({ body }) => body.workspace)
  const take = queue === deadLetters ? bury : store
  await Promise.all([...byWorkspace].map(([workspace, group]) => take(env, workspace, group)))
}

async function store(env: Env, workspace: string, group: readonly QueueMessage<QueuedHook>[]): Promise<void> {
  const statuses = await workspaceOf(env, workspace).hooks(group.map(({ body }) => body))
  for (const [at, message] of group.entries()) {
    if (statuses[at]! < 500) message.ack()
    else message.retry({ delaySeconds: 10 })
  }
}

async function bury(env: Env, workspace: string, group: readonly QueueMessage<QueuedHook>[]): Promise<void> {
  const hooks = group.map(({ body }) => body)
  await workspaceOf(env, workspace).quarantine(
    hooks,
    'it came while the workspace was overloaded and could not be stored',
  )
  for (const message of group) message.ack()
}

function within<T>(ms: number, answer: Promise<T>): Promise<T | 'late'> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late' as const)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
