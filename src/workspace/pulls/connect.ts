import { Refused } from '../../domain/refusal.ts'
import { ZoomProblem } from '../../sources/zoom/api/step.ts'
import { refused } from '../../sources/zoom/api/words.ts'
import type { ZoomAccess } from '../../sources/zoom/api/zoom-api.ts'
import { deleteOpenPulls } from '../../store/pulls.ts'
import { deleteSourceApi, findSourceApi, writeSourceApi } from '../../store/source-apis.ts'
import type { Workspace } from '../workspace.ts'
import type { Fetching } from './fetching.ts'
import { probe, probeAgain } from './probe.ts'
import { unnamed } from './scopes.ts'
import { type ShownApi, showApi } from './show-api.ts'
import { forgetSourceApis, needSourceApi, sealedAccess, zoomSource } from './source-api.ts'
import { pull } from './words.ts'
import { zoom } from './zoom.ts'

export interface GivenAccess extends ZoomAccess {
  hosts?: readonly string[] | undefined
}

/**
 * Gives a source access to the API of Zoom, after it was tried; what is known of its webinars is planned at once. Throws
 * `Refused('invalid')` in Zoom's words where that is no access, `unavailable` where nobody can tell now; then nothing is
 * stored.
 */
export async function connectSource(
  ws: Workspace,
  id: string,
  given: GivenAccess,
  fetching: Fetching = zoom,
): Promise<ShownApi> {
  const source = zoomSource(ws, id)
  const { hosts, ...access } = trimmed(given)
  const api = fetching.open(access, ws.outside)
  const lacks = await probe(api, hosts, fetching).catch(refuse)
  ws.transaction(() => {
    const secret = sealedAccess(ws, source, access.secret)
    const { account, client } = access
    const [connectedAt, json] = [ws.now(), JSON.stringify(hosts)]
    writeSourceApi(ws.db, {
      source,
      account,
      client,
      secret,
      hosts: json,
      connectedAt,
      lacks: JSON.stringify(unnamed(lacks)),
    })
    ws.pulling.opened.delete(source)
    ws.pulling.unplanned = null
    forgetSourceApis(ws)
  })
  return showApi(ws, findSourceApi(ws.db, source)!)
}

function trimmed({ account, client, secret, hosts = [] }: GivenAccess) {
  const given = { account: account.trim(), client: client.trim(), secret: secret.trim() }
  const [missing] = Object.entries(given).find(([, text]) => text === '') ?? []
  if (missing) throw new Refused('invalid', pull('noCredentials'), { field: missing })
  return { ...given, hosts: [...new Set(hosts.map((host) => host.trim()).filter((host) => host !== ''))] }
}

function refuse(error: unknown): never {
  if (!(error instanceof ZoomProblem)) throw error
  const { kind } = error
  // What is wrong while something is fetched is tried again; here nothing was kept that could be.
  const words =
    error.words.key === 'zoomApi.down' ? refused('downNow', { what: error.words.params.what! }) : error.words
  const field = fields.find((name) => words.key === `zoomApi.${name}`)
  const isForGood = kind === 'revoked' || kind === 'plan'
  throw new Refused(isForGood ? 'invalid' : 'unavailable', words, { kind, ...(field && { field }) })
}

/** What Zoom can tell to be wrong; of the client's id and its secret it does not say which. */
const fields = ['account', 'client'] as const

/** Tries again whether what a source had a problem with is solved. */
export async function tryAgain(ws: Workspace, id: string, fetching: Fetching = zoom): Promise<ShownApi> {
  const source = zoomSource(ws, id)
  await probeAgain(ws, needSourceApi(ws, source), fetching)
  return showApi(ws, needSourceApi(ws, source))
}

/** Forgets the access and what was still to be fetched by it; what was fetched stays. */
export function disconnectSource(ws: Workspace, id: string): void {
  const source = zoomSource(ws, id)
  ws.transaction(() => {
    deleteOpenPulls(ws.db, source)
    deleteSourceApi(ws.db, source)
    ws.pulling.opened.delete(source)
    forgetSourceApis(ws)
  })
}
