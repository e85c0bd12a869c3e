import type { ZoomAddresses } from '../http/outside.ts'
import type { ZoomOutside } from '../sources/zoom/api/zoom-api.ts'

/** The way out to Zoom. What is under way there ends when `stop` is aborted. */
export function zoomOutside({ api, oauth }: ZoomAddresses, stop?: AbortSignal): ZoomOutside {
  return {
    ...{ api, oauth, now: Date.now },
    fetch: (request) => fetch(request),
    wait: (ms) => waited(ms, stop),
    deadline: (ms) => (stop ? AbortSignal.any([stop, AbortSignal.timeout(ms)]) : AbortSignal.timeout(ms)),
  }
}

/** Nobody waits any longer once it is stopped. */
function waited(ms: number, stop: AbortSignal | undefined): Promise<void> {
  if (stop?.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    stop?.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      stop?.removeEventListener('abort', done)
      resolve()
    }
  })
}
