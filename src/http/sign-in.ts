import type { Directory } from '../directory/directory.ts'
import type { SessionFound } from '../directory/sign-in.ts'
import type { Attempts } from './attempts.ts'
import type { Away } from './away.ts'
import type { Outside, Peer, Place } from './place.ts'
import { readSessionCookie } from './session-cookie.ts'

/** `create`: the workspace is to be. */
export interface CallOptions {
  create?: boolean
}

/** What sign-in needs of the host. */
export interface SignInOptions {
  directory: Away<Directory>
  /** Counts who tries to sign in. */
  attempts: Away<Attempts>
  outside: Outside
  /** How large the body may be that brings a report file, in bytes. */
  largestFile: number
  /** Hands a request to the workspace with this id; null when there is none. */
  workspace: (id: string, request: Request, options?: CallOptions) => Promise<Response | null>
  /** Removes a workspace that was made and then not taken into the directory. */
  discard: (id: string) => void | Promise<void>
}

/** What the pages of the front find beside a request. */
export interface FrontEnv {
  Bindings: { peer?: Peer | undefined }
}

/** The session that a request brings; null when it brings none, or one that has ended. */
export async function findSession(
  request: Request,
  place: Place,
  directory: Away<Directory>,
): Promise<SessionFound | null> {
  const cookie = readSessionCookie(request, place)
  return cookie === null ? null : directory.session(cookie)
}
