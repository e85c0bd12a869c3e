import { down, type Raw } from './answer.ts'
import type { ZoomProblem } from './step.ts'
import { fault } from './words.ts'
import type { ZoomOutside } from './zoom-api.ts'

const patience = 30_000
const megabytes = 20
const largest = megabytes * 1_000_000

/** Sends a request and reads what comes back, in 30 seconds and 20 MB. A problem of the way is given, not thrown. */
export async function sent(
  { fetch, deadline }: ZoomOutside,
  url: string,
  init: { method?: string; headers: Record<string, string>; body?: string },
): Promise<Raw | ZoomProblem> {
  const signal = deadline(patience)
  try {
    // Whatever answers with a redirect is not Zoom, and must not get the token.
    const request = new Request(url, { ...init, redirect: 'manual', signal })
    const response = await unless(signal, fetch(request))
    const body = await read(response, signal)
    if (body === null) return down(fault('huge', { megabytes }))
    return { status: response.status, headers: response.headers, body }
  } catch {
    return down(signal.aborted ? fault('slow', { seconds: patience / 1000 }) : fault('connection'))
  }
}

/** The bytes of a body; null if there are too many of them. */
async function read({ body }: Response, signal: AbortSignal): Promise<Uint8Array | null> {
  if (!body) return new Uint8Array()
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await unless(signal, reader.read())
      if (done) return Buffer.concat(chunks)
      size += value.byteLength
      if (size > largest) return null
      chunks.push(value)
    }
  } finally {
    // What is left of it is of no use to anybody; that it may fail neither.
    reader.cancel().catch(() => {})
  }
}

/** A promise that is given up when the signal aborts, even if what it waits for does not heed the signal. */
function unless<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
