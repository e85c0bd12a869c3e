import { Refused } from '../domain/refusal.ts'
import { toldAddress } from './address.ts'
import { limitOf } from './body.ts'
import { onBehalf, refuseClaim } from './caller.ts'
import { placeOf } from './place.ts'
import { refuseOtherBodies, refuseOtherSites } from './same-origin.ts'
import { readSessionCookie, setSessionCookie } from './session-cookie.ts'
import type { SignInOptions } from './sign-in.ts'
import { door } from './words.ts'

const header = 'ripen-workspace'
const safe = (method: string) => method === 'GET' || method === 'HEAD'

/**
 * A call of a workspace by somebody who is signed in. The workspace stands in the header `Ripen-Workspace`; where a
 * browser can set none (a download, an event stream) in `?workspace=`, which only reading calls may use.
 */
export async function sessionCall(request: Request, options: SignInOptions): Promise<Response> {
  const { directory, outside } = options
  refuseClaim(request)
  const place = placeOf(request, outside)
  const cookie = readSessionCookie(request, place)
  if (cookie === null)
    throw new Refused('unauthorized', 'Sign in, or give a valid API key: "Authorization: Bearer rk_…".')
  if (place.refusal) throw new Refused('forbidden', place.refusal)
  const url = new URL(request.url)
  const slug = request.headers.get(header) ?? (safe(request.method) ? url.searchParams.get('workspace') : null)
  if (!safe(request.method)) {
    refuseOtherSites(request, place, outside)
    refuseOtherBodies(request)
  }
  const found = await directory.session(cookie)
  if (!found) throw new Refused('unauthorized', door('ended'))
  if (!slug) throw new Refused('invalid', 'Name the workspace in the header "Ripen-Workspace".', { field: header })
  const member = await directory.membership(found.user.id, slug)
  if (!member) throw new Refused('not_found', `None of your workspaces is called "${slug}".`)
  if (url.searchParams.has('workspace')) url.searchParams.delete('workspace')
  const { name, email } = found.user
  const caller = { role: member.role, name, email }
  const call = await onBehalf(request, url, caller, limitOf(url.pathname, options.largestFile))
  const told = toldAddress(call, url.pathname, outside)
  const response = await options.workspace(member.workspace, told)
  if (!response) throw new Refused('not_found', `The database of the workspace "${slug}" is missing.`)
  if (found.renewed) response.headers.append('set-cookie', setSessionCookie(place, found.renewed))
  return response
}
