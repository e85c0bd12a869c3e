import { authorOf, mayManage } from './access.ts'
import { routes } from './routes.ts'

/** Where the team of a workspace is asked for and changed. The front answers there, from the directory. */
export const teamPath = '/api/v1/members'

/** Who makes a call, as their workspace knows them. */
export interface Asking {
  by: string
  email: string | null
  key: string | null
  /** Whether they may manage the workspace. */
  manages: boolean
}

/** Says who asks, where the guard has let them in: so rights on the team are looked at in the same place as all others. */
export const askingRoutes = routes()
  .all(teamPath, (c) => c.json(askingOf(c)))
  .all(`${teamPath}/*`, (c) => c.json(askingOf(c)))

function askingOf(c: Parameters<typeof authorOf>[0]): Asking {
  const { by, email, key = null } = authorOf(c)
  return { by, email, key, manages: mayManage(c) }
}
