import { Refused } from '../../domain/refusal.ts'
import { commandLineHeader, commandLineKey } from '../../http/command-line.ts'
import { secretOf } from '../../http/secret.ts'
import type { Connection } from './connect.ts'

/**
 * A Ripen on Cloudflare, by its address in RIPEN_SERVER: it takes commands from whoever has its RIPEN_SECRET.
 * Refused where that is missing, or where nobody answers.
 */
export function connectRemotely(server: string, secret: string | undefined): Connection {
  if (!URL.canParse(server)) throw new Refused('invalid', `RIPEN_SERVER is "${server}": give an address with https://.`)
  if (secret === undefined) throw new Refused('invalid', `Set RIPEN_SECRET to the secret of ${server}.`)
  const authorization = `Bearer ${commandLineKey(secretOf(secret))}`
  return {
    async fetch(request) {
      const { pathname, search } = new URL(request.url)
      const headers = new Headers(request.headers)
      headers.set('authorization', authorization)
      const body = request.body === null ? null : await request.arrayBuffer()
      const sent = new Request(new URL(pathname + search, server), { method: request.method, headers, body })
      const answer = await fetch(sent, { redirect: 'manual' }).catch(() => null)
      if (!answer) throw new Refused('unavailable', `Nobody answers at ${server}.`)
      if (!answer.headers.has(commandLineHeader))
        throw new Refused('unauthorized', `${server} takes no commands with this RIPEN_SECRET.`)
      return answer
    },
    close: async () => {},
  }
}
