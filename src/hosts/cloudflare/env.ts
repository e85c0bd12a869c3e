import type { DirectoryObject } from './directory-object.ts'
import type { QueuedHook } from './overflow.ts'
import type { WorkspaceObject } from './workspace-object.ts'

/** What `wrangler.toml` binds, and what is set for a deployment. */
export interface Env {
  /** From which the keys are made that keep secrets and sessions; at least 16 characters. */
  RIPEN_SECRET?: string
  /** The public address; without it Ripen takes the one it is called at. */
  RIPEN_URL?: string
  /** Where Zoom is asked, where that is not its usual address. */
  RIPEN_ZOOM_API?: string
  RIPEN_ZOOM_OAUTH?: string
  /** Where alerts may go although it is not https on the public internet; read by `outbound.ts`. */
  RIPEN_OUTBOUND_ALLOW?: string
  /** A service that takes mails by HTTP, its key, and who they are from; read by `mail-api.ts`. */
  RIPEN_MAIL_API?: string
  RIPEN_MAIL_KEY?: string
  RIPEN_MAIL_FROM?: string
  ASSETS: { fetch(request: Request): Promise<Response> }
  WORKSPACE: DurableObjectNamespace<WorkspaceObject>
  DIRECTORY: DurableObjectNamespace<DirectoryObject>
  OVERFLOW: Queue<QueuedHook>
}

/** What is set as text, as the readers of it want it. */
export function textsOf(env: Env): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => typeof value === 'string'))
}

/** The object that holds a workspace. */
export function workspaceOf({ WORKSPACE }: Env, id: string): WorkspaceObject {
  return WORKSPACE.get(WORKSPACE.idFromName(id))
}

export function directoryOf({ DIRECTORY }: Env): DirectoryObject {
  return DIRECTORY.get(DIRECTORY.idFromName('directory'))
}
