import manifest from '../../../package.json' with { type: 'json' }
import type { Directory } from '../../directory/directory.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Attempts } from '../../http/attempts.ts'
import { commandLineHeader, isCommandLine } from '../../http/command-line.ts'
import { createFront } from '../../http/front.ts'
import { createLocal } from '../../http/local.ts'
import { readOutside, readZoomAddresses } from '../../http/outside.ts'
import { problemResponse } from '../../http/problem.ts'
import { secretOf } from '../../http/secret.ts'
import { errorFields, log } from '../log.ts'
import { assetsOf } from './assets.ts'
import { directoryOf, type Env, textsOf, workspaceOf } from './env.ts'
import { takeHook } from './overflow.ts'
import { remoteOf } from './remote.ts'
import { cloudflareWaysOut } from './ways-out.ts'

type Fetch = (request: Request) => Promise<Response>

/** To read a file takes some twenty times its size, and an object has 128 MB. */
const largestFile = 2.5 * 1024 * 1024

const fronts = new WeakMap<Env, Fetch>()

/** Everything that can be reached from outside; made once for each environment. */
export function frontOf(env: Env): Fetch {
  const front = fronts.get(env) ?? openFront(env)
  fronts.set(env, front)
  return front
}

/** Until it is set up rightly it takes nothing: whoever sends is to come again. */
function openFront(env: Env): Fetch {
  try {
    return createFetch(env)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return async () => problemResponse(new Refused('unavailable', error.message))
  }
}

function createFetch(env: Env): Fetch {
  const secret = secretOf(env.RIPEN_SECRET ?? '')
  const texts = textsOf(env)
  const outside = readOutside(texts)
  readZoomAddresses(texts)
  cloudflareWaysOut(texts)
  const directory = remoteOf<Directory>((name, args) => directoryOf(env).call('directory', name, args))
  const attempts = remoteOf<Attempts>((name, args) => directoryOf(env).call('attempts', name, args))
  const report = (error: unknown) => log('request failed', errorFields(error))

  async function workspace(id: string, request: Request, { create = false } = {}): Promise<Response | null> {
    const answer = await workspaceOf(env, id).call(request, create)
    return answer && new Response(answer.body, answer)
  }

  async function backlog(): Promise<number> {
    const entries = await directory.workspaces()
    const each = await Promise.all(entries.map(({ id }) => workspaceOf(env, id).backlog()))
    return each.reduce((sum, one) => sum + one, 0)
  }

  const discard = (id: string) => workspaceOf(env, id).discard()
  const front = createFront({
    largestFile,
    version: manifest.version,
    directory,
    attempts,
    outside,
    workspace,
    hook: (id, hook) => takeHook(env, id, hook, Date.now),
    discard,
    backlog,
    asset: assetsOf(env),
    report,
  })

  return async (request) => {
    const { origin, pathname } = new URL(request.url)
    if (pathname.startsWith('/local/') && isCommandLine(request, secret)) {
      const linkOf = (token: string) => `${outside.url ?? origin}/setup#${token}`
      const local = createLocal({ directory, workspace, discard, largestFile, front: front.fetch, linkOf, report })
      return asCommandLine(await local(request))
    }
    return front.fetch(request, { remoteAddress: request.headers.get('cf-connecting-ip') ?? undefined })
  }
}

/** What does not know the key looks to it as if there were nothing at such an address. */
function asCommandLine(answer: Response): Response {
  const told = new Response(answer.body, answer)
  told.headers.set(commandLineHeader, 'yes')
  return told
}
