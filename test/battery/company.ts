import { connect } from '../../src/hosts/cli/connect.ts'
import { type AtEnd, type RunningServer, startServer, temporaryFolder } from '../process/running.ts'

/** A workspace that takes Zoom's webhooks. */
export interface Company {
  server: RunningServer
  data: string
  secret: string
  apiKey: string
  /** Where Zoom sends to. */
  path: string
}

const secret = 'zoom-secret-of-the-battery'

/** A company of its own on a server of its own; both go at the end. */
export async function runningCompany(atEnd: AtEnd, env: NodeJS.ProcessEnv = {}): Promise<Company> {
  const data = temporaryFolder(atEnd)
  return anotherCompany(await startServer(data, env, atEnd), data, 'kiwi')
}

/** One more company on a server that runs. */
export async function anotherCompany(server: RunningServer, data: string, slug: string): Promise<Company> {
  const local = await connect(data, () => {})
  const make = async <T>(path: string, body: object): Promise<T> => {
    const answer = await local.fetch(
      new Request(`http://local${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
    if (!answer.ok) throw new Error(`${path} was answered by ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const { apiKey } = await make<{ apiKey: string }>('/local/workspaces', {
    slug,
    timezone: 'Asia/Jerusalem',
    weekend: 'fri-sat',
    observes: ['mail', 'site'],
  })
  const { path } = await make<{ path: string }>(`/local/w/${slug}/sources`, { platform: 'zoom', secret })
  return { server, data, secret, apiKey, path }
}

/** What the company is shown, as text. Throws unless it is answered by 200. */
export async function shown({ server, apiKey }: Company, path: string): Promise<string> {
  const answer = await fetch(server.address + path, { headers: { authorization: `Bearer ${apiKey}` } })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${path} was answered by ${answer.status}: ${text}`)
  return text
}
