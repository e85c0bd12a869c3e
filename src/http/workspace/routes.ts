import { OpenAPIHono } from '@hono/zod-openapi'
import type { Workspace } from '../../workspace/workspace.ts'
import { notValid } from '../decode.ts'

/** What a request finds: the workspace it is for, and where errors go that nobody meant for the outside. */
export interface WorkspaceEnv {
  Bindings: { ws: Workspace; report: (error: unknown) => void }
}

/** An app to chain the calls of one noun on, so that its type tells a client all of them. */
export function routes() {
  return new OpenAPIHono<WorkspaceEnv>({
    defaultHook: (result) => {
      if (!result.success) throw notValid(result.target, result.error.issues)
    },
  })
}
