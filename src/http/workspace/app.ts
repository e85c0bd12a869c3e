import { OpenAPIHono } from '@hono/zod-openapi'
import { Refused } from '../../domain/refusal.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { notValid } from '../decode.ts'
import { problemOf, problemResponse } from '../problem.ts'
import { guard } from './access.ts'
import { addActivities } from './activities.ts'
import { addHooks } from './hooks.ts'
import { addImports } from './imports.ts'
import { addModel } from './model.ts'
import { addPeople } from './people.ts'
import { addQuarantine } from './quarantine.ts'
import { addRanking } from './ranking.ts'
import { addSources } from './sources.ts'
import { addWebinars } from './webinars.ts'
import { addWorkspace } from './workspace.ts'

/** What a request finds: the workspace it is for, and where errors go that nobody meant for the outside. */
export interface WorkspaceEnv {
  Bindings: { ws: Workspace; report: (error: unknown) => void }
}

export type WorkspaceRoutes = OpenAPIHono<WorkspaceEnv>

/** Every call of one company; the same routes serve every workspace, so they are made once. */
export const workspaceRoutes: WorkspaceRoutes = makeRoutes()

/** One workspace as `fetch(Request)`. Knows no host: who calls it has found the workspace by the id in the key. */
export function createWorkspaceApp(ws: Workspace, report: (error: unknown) => void) {
  const bindings = { ws, report }
  return { fetch: (request: Request) => workspaceRoutes.fetch(request, bindings) }
}

function makeRoutes(): WorkspaceRoutes {
  const app: WorkspaceRoutes = new OpenAPIHono<WorkspaceEnv>({
    defaultHook: (result) => {
      if (!result.success) throw notValid(result.target, result.error.issues)
    },
  })
  addHooks(app)
  app.use('/api/*', guard)
  addActivities(app)
  addImports(app)
  addWebinars(app)
  addRanking(app)
  addPeople(app)
  addModel(app)
  addSources(app)
  addQuarantine(app)
  addWorkspace(app)
  app.notFound(() => problemResponse(new Refused('not_found', 'There is no such call. GET /docs lists them all.')))
  app.onError((error, c) => {
    if (problemOf(error).status === 500) c.env.report(error)
    return problemResponse(error)
  })
  return app
}
