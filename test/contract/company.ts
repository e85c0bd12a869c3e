import { randomBytes } from 'node:crypto'
import { untilQuiet } from '../process/running.ts'
import { signed } from '../zoom-run.ts'
import type { RunningHost } from './host.ts'

/** With what its source of Zoom signs. */
export const secret = 'contract-secret-token'

/** A company of its own on a host, with a source of Zoom, reached by its API key. */
export interface Company {
  host: RunningHost
  slug: string
  id: string
  apiKey: string
  /** Where Zoom sends to: a path. */
  hook: string
  source: string
  /** A call of `/api/v1`, whatever comes of it. A text as body goes out as it is, as JSON; another value as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  /** What a reading call answers; throws where it is refused. */
  get<T = Record<string, unknown>>(path: string): Promise<T>
  /** Signed as Zoom does. */
  send(body: string, by?: string): Promise<Response>
  /** The same to another source. */
  sendTo(path: string, body: string, by: string): Promise<Response>
  /** Brings in what people did; throws where anything of it is rejected. */
  tell(...activities: object[]): Promise<void>
  /** Everything that was acknowledged gets into the answers. */
  settled(): Promise<void>
}

/** What `--json` prints; throws what stands on stderr where the command fails. */
export async function commanded<T>(host: RunningHost, ...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await host.command(...args, '--json')
  if (code !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  return JSON.parse(stdout) as T
}

/** A workspace with these options of `workspace create`, by default in Asia/Jerusalem. */
export async function makeCompany(
  host: RunningHost,
  options: string[] = ['--timezone', 'Asia/Jerusalem'],
): Promise<Company> {
  const slug = `kiwi-${randomBytes(4).toString('hex')}`
  const create = ['workspace', 'create', slug, ...options]
  const { workspace, apiKey } = await commanded<{ workspace: { id: string }; apiKey: string }>(host, ...create)

  function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const raw = body instanceof FormData || body instanceof Uint8Array || body === undefined
    const json = raw ? {} : { 'content-type': 'application/json' }
    const init = { method, headers: { authorization: `Bearer ${apiKey}`, ...json, ...headers }, redirect: 'manual' }
    const sent = raw || typeof body === 'string' ? body : JSON.stringify(body)
    return fetch(`${host.address}/api/v1${path}`, { ...init, body: sent } as RequestInit)
  }
  const sendTo = (path: string, body: string, by: string) =>
    fetch(host.address + path, { method: 'POST', headers: signed(body, by), body })
  async function read<T>(response: Response): Promise<T> {
    if (!response.ok) throw new Error(`${response.url} answers ${response.status}: ${await response.text()}`)
    return (await response.json()) as T
  }
  const { path, source } = await read<{ path: string; source: { id: string } }>(
    await call('POST', '/sources', { platform: 'zoom', secret }),
  )
  return {
    ...{ host, slug, id: workspace.id, apiKey, hook: path, source: source.id, call },
    get: async (path) => read(await call('GET', path)),
    send: (body, by = secret) => sendTo(path, body, by),
    sendTo,
    async tell(...activities) {
      const told = await read<{ rejected: object[] }>(await call('POST', '/activities', activities))
      if (told.rejected.length > 0) throw new Error(`rejected: ${JSON.stringify(told.rejected)}`)
    },
    settled: () => untilQuiet(host.address),
  }
}
