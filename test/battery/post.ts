import { Agent, type OutgoingHttpHeaders, request } from 'node:http'

export interface Answer {
  status: number
  headers: NodeJS.Dict<string | string[]>
  text: string
  ms: number
}

/** Connections that are kept: so many at most. */
export function connections(most: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: most })
}

/** Sends bytes as they are, with headers as they are. Rejects when the connection breaks. */
export function post(url: string, body: Uint8Array, headers: OutgoingHttpHeaders, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const begin = performance.now()
    const length = { 'content-length': String(body.byteLength) }
    const outgoing = request(url, { method: 'POST', agent, headers: { ...length, ...headers } }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (part) => (text += part))
      incoming.on('end', () => {
        const { statusCode: status, headers } = incoming
        resolve({ status: status!, headers, text, ms: performance.now() - begin })
      })
      incoming.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
