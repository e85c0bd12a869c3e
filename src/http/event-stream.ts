import type { WebinarChange } from '../workspace/watch-webinar.ts'

/**
 * Changes as server-sent events, each asked for when the last one was sent: so a slow reader gets the newest version
 * instead of a queue of old ones. `stop` is called when the reader goes away.
 */
export function eventStream(changes: AsyncIterator<WebinarChange>, stop: () => void): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await changes.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(textOf(value)))
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  )
  // nginx and the like hold answers back until they are complete, unless told otherwise.
  const headers = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }
  return new Response(body, { headers })
}

function textOf(change: WebinarChange): string {
  switch (change.kind) {
    case 'version':
      return `id: ${change.version}\nevent: version\ndata: ${change.version}\n\n`
    case 'ended':
      return 'event: ended\ndata:\n\n'
    case 'quiet':
      return ':\n\n'
  }
}
