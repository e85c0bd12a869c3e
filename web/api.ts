/** What the server refused, with everything its problem said (`title`, `detail`, `field`, `file`, `line` …). */
export class Problem extends Error {
  readonly status: number
  readonly members: Readonly<Record<string, unknown>>

  constructor(status: number, members: Record<string, unknown>) {
    super(String(members.detail ?? members.title ?? status))
    this.status = status
    this.members = members
  }
}

/** The server could not be reached at all. */
export class Unreachable extends Error {}

/** Who wants to know that a session has ended; set by the screens' frame. */
export const session = { ended: () => {} }

/** `fetch` that throws `Problem` for a refusal and `Unreachable` without a connection. */
export async function ask(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(input, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Unreachable()
  }
  if (response.ok) return response
  const members = await problemMembers(response)
  if (response.status === 401 && new URL(response.url).pathname.startsWith('/api/')) session.ended()
  throw new Problem(response.status, members)
}

async function problemMembers(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text()
  const isProblem = response.headers.get('content-type')?.includes('json')
  return isProblem ? JSON.parse(text) : { title: response.statusText, detail: text.slice(0, 300) }
}

/** Calls under `/session` and `/setup`: JSON in, JSON out. */
export async function askJson<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await ask(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  })
  return (response.status === 204 ? null : await response.json()) as Answer
}
