import type { Env } from '../../src/hosts/cloudflare/env.ts'
import worker from '../../src/hosts/cloudflare/worker.ts'
import { WorkspaceObject } from '../../src/hosts/cloudflare/workspace-object.ts'
import type { Hook } from '../../src/http/hook.ts'

export { DirectoryObject } from '../../src/hosts/cloudflare/directory-object.ts'

/** `slow`: answers after three seconds. `overloaded`: takes none from the front. `broken`: none from the queue either. */
export type Mood = 'well' | 'slow' | 'overloaded' | 'broken'

/** A workspace as it is when the platform has too much to do. */
export class FailingWorkspaceObject extends WorkspaceObject {
  #mood: Mood = 'well'

  be(mood: Mood): void {
    this.#mood = mood
  }

  override async hook(hook: Hook) {
    const outcome = this.#mood === 'overloaded' || this.#mood === 'broken' ? overloaded() : super.hook(hook)
    if (this.#mood === 'slow') await new Promise((resolve) => setTimeout(resolve, 3_000))
    return outcome
  }

  override hooks(hooks: Hook[]) {
    return this.#mood === 'broken' ? overloaded() : super.hooks(hooks)
  }
}

function overloaded(): Promise<never> {
  return Promise.reject(Object.assign(new Error('Durable Object is overloaded.'), { overloaded: true }))
}

export default {
  ...worker,
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname !== '/be') return worker.fetch(request, env)
    const { WORKSPACE } = env
    const object = WORKSPACE.get(WORKSPACE.idFromName(searchParams.get('workspace')!)) as FailingWorkspaceObject
    await object.be(searchParams.get('mood') as Mood)
    return new Response(null, { status: 204 })
  },
}
