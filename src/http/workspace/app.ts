import { Refused } from '../../domain/refusal.ts'
import { catchUp } from '../../workspace/drain.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { Hook, HookOutcome } from '../hook.ts'
import { problemOf, problemResponse } from '../problem.ts'
import { guard } from './access.ts'
import { accountRoutes } from './accounts.ts'
import { activityRoutes } from './activities.ts'
import { alarmRoutes } from './alarms.ts'
import { alertRuleRoutes } from './alert-rules.ts'
import { alertRoutes } from './alerts.ts'
import { apiKeyRoutes } from './api-keys.ts'
import { askingRoutes } from './asking.ts'
import { auditRoutes, toldRoutes } from './audit.ts'
import { backtestRoutes } from './backtest.ts'
import { callRoutes } from './calls.ts'
import { changeRoutes } from './changes.ts'
import { channelRoutes } from './channels.ts'
import { draftRoutes } from './draft.ts'
import { exportRoutes } from './exports.ts'
import { figureRoutes } from './figures.ts'
import { fitMatrixRoutes } from './fit-matrix.ts'
import { describeHooks, takeHook } from './hooks.ts'
import { importRoutes } from './imports.ts'
import { knownQueries } from './known-queries.ts'
import { lintRoutes } from './lint.ts'
import { modelRoutes } from './model.ts'
import { noShowRoutes } from './no-shows.ts'
import { peopleRoutes } from './people.ts'
import { peopleListRoutes } from './people-list.ts'
import { platformRoutes } from './platforms.ts'
import { previewRoutes } from './preview.ts'
import { pullRoutes } from './pulls.ts'
import { quarantineRoutes } from './quarantine.ts'
import { questionRoutes } from './questions.ts'
import { rankingRoutes } from './ranking.ts'
import { reconciliationRoutes } from './reconciliation.ts'
import { repairRoutes } from './repairs.ts'
import { replayRoutes } from './replay.ts'
import { routes } from './routes.ts'
import { scheduledFileRoutes } from './scheduled-file.ts'
import { scheduleRoutes } from './schedules.ts'
import { segmentPeopleRoutes } from './segment-people.ts'
import { segmentRoutes } from './segments.ts'
import { sendRoutes } from './sends.ts'
import { sourceApiRoutes } from './source-api.ts'
import { sourceRoutes } from './sources.ts'
import { templateRoutes } from './templates.ts'
import { watchRoutes } from './watch.ts'
import { webinarRoutes } from './webinars.ts'
import { makingRoutes, workspaceRoutes } from './workspace.ts'

/** Every call of one company; the same routes serve every workspace, so they are made once. */
export const allRoutes = makeRoutes()

/** All calls with their types, for Hono's client: `hc<AllRoutes>(address)`. */
export type AllRoutes = typeof allRoutes

/**
 * One workspace: `fetch(Request)` for every call, `hook` for what comes in at its addresses. Knows no host: who calls
 * it has found the workspace by the id in the key.
 */
export function createWorkspaceApp(ws: Workspace, report: (error: unknown) => void) {
  const bindings = { ws, report }
  return {
    fetch(request: Request) {
      catchUp(ws)
      return allRoutes.fetch(request, bindings)
    },
    hook: (hook: Hook): Promise<HookOutcome> => takeHook(ws, hook).catch((error) => refusal(error, report)),
  }
}

function refusal(error: unknown, report: (error: unknown) => void): Response {
  if (problemOf(error).status === 500) report(error)
  return problemResponse(error)
}

function makeRoutes() {
  const app = routes()
  describeHooks(app)
  app.use('/api/*', guard, knownQueries(app.openAPIRegistry))
  app.notFound(() => problemResponse(new Refused('not_found', 'There is no such call. GET /docs lists them all.')))
  app.onError((error, c) => refusal(error, c.env.report))
  return app
    .route('/', activityRoutes)
    .route('/', importRoutes)
    .route('/', webinarRoutes)
    .route('/', figureRoutes)
    .route('/', changeRoutes)
    .route('/', rankingRoutes)
    .route('/', exportRoutes)
    .route('/', questionRoutes)
    .route('/', replayRoutes)
    .route('/', noShowRoutes)
    .route('/', watchRoutes)
    .route('/', callRoutes)
    .route('/', fitMatrixRoutes)
    .route('/', peopleListRoutes)
    .route('/', peopleRoutes)
    .route('/', segmentRoutes)
    .route('/', segmentPeopleRoutes)
    .route('/', scheduleRoutes)
    .route('/', scheduledFileRoutes)
    .route('/', reconciliationRoutes)
    .route('/', repairRoutes)
    .route('/', accountRoutes)
    .route('/', modelRoutes)
    .route('/', draftRoutes)
    .route('/', templateRoutes)
    .route('/', previewRoutes)
    .route('/', backtestRoutes)
    .route('/', lintRoutes)
    .route('/', sourceRoutes)
    .route('/', sourceApiRoutes)
    .route('/', pullRoutes)
    .route('/', alarmRoutes)
    .route('/', platformRoutes)
    .route('/', quarantineRoutes)
    .route('/', alertRoutes)
    .route('/', alertRuleRoutes)
    .route('/', channelRoutes)
    .route('/', sendRoutes)
    .route('/', apiKeyRoutes)
    .route('/', auditRoutes)
    .route('/', workspaceRoutes)
    .route('/', makingRoutes)
    .route('/', toldRoutes)
    .route('/', askingRoutes)
}
