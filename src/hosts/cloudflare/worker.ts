// The entry on Cloudflare: the front in a Worker, one Durable Object per workspace and one for the directory.
import type { Env } from './env.ts'
import { frontOf } from './front.ts'
import { type QueuedHook, takeQueued } from './overflow.ts'

export { DirectoryObject } from './directory-object.ts'
export { WorkspaceObject } from './workspace-object.ts'

export default {
  fetch: (request: Request, env: Env) => frontOf(env)(request),
  queue: (batch: QueueBatch<QueuedHook>, env: Env) => takeQueued(batch, env),
}
