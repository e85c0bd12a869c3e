import type { RequestListener, ServerResponse } from 'node:http'
import type { Front } from '../../http/front.ts'
import { type HookAnswer, hookAt, hookLimit } from '../../http/hook.ts'

/**
 * Takes webhooks as platforms send them, a POST of a declared length, past everything that a Request costs; hands all
 * else on. Node's parser keeps a body to its declared length.
 */
export function takeHooks(front: Front, otherwise: RequestListener): RequestListener {
  return (request, response) => {
    const { method, url = '', headers } = request
    const usual = method === 'POST' && Number(headers['content-length']) <= hookLimit && hookAt(url) !== null
    if (!usual) return otherwise(request, response)
    const chunks: Buffer<ArrayBuffer>[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const header = (name: string) => headers[name] as string | undefined
      const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
      front.hook(url, header, body).then((answer) => send(response, answer))
    })
  }
}

function send(response: ServerResponse, { status, headers, body }: HookAnswer): void {
  response.writeHead(status, headers)
  response.end(body)
}
