import { timezone } from '../calendar.ts'
import { company } from '../story/companies.ts'
import { answered, type Connection, connect, type Hook, type Ripen } from './ripen.ts'

export const owner = { name: 'Maya Rosen', email: 'demo@ripen.example' }

/** Makes the workspace, its owner and its Zoom source, as the first screen does with the one-time link. */
export async function openSampleWorkspace(
  connection: Connection,
  { token, password, secret }: { token: string; password: string; secret: string },
): Promise<Ripen> {
  const { name, slug, domain } = company
  const workspace = {
    ...{ name, slug, timezone, weekend: 'fri-sat', holidays: ['IL'] },
    observes: ['mail', 'phone', 'whatsapp', 'site'],
    staffDomains: [domain, 'ripen.example'],
  }
  const answer = await connection.fetch(`${connection.address}/setup`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json', origin: connection.address } },
    ...{ body: JSON.stringify({ token, ...owner, password, workspace }), signal: connection.signal },
  })
  const cookie = answer.headers.getSetCookie().map((set) => set.split(';')[0]!)
  await answered(answer, 'POST /setup')
  const hook: Hook = { path: '', secret }
  const ripen = connect(connection, { cookie: cookie.join('; '), slug }, () => hook)
  const source = { platform: 'zoom', secret }
  hook.path = (await ripen.call<{ path: string }>('POST', '/api/v1/sources', source)).path
  return ripen
}
