import { type Routes, RoutesSchema } from '../../domain/alert/rule.ts'
import { findOwn, writeOwn } from '../../store/settings.ts'
import type { Workspace } from '../workspace.ts'

const nobody: Routes = { routes: [], otherwise: null }

/** Who looks after whom. */
export function routesOf(ws: Workspace): Routes {
  const json = findOwn(ws.db, 'alertRoutes')
  return json === null ? nobody : RoutesSchema.parse(JSON.parse(json))
}

export function setRoutes(ws: Workspace, routes: Routes): Routes {
  ws.transaction(() => writeOwn(ws.db, 'alertRoutes', JSON.stringify(routes)))
  return routes
}
