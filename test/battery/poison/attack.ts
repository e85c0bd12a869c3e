import { createHmac } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import type { Company } from '../company.ts'
import { type Answer, connections, post } from '../post.ts'
import type { Payload } from './payload.ts'

/** A door for payloads, and what may be answered there. */
export interface Door {
  name: string
  answers: readonly number[]
  send(payload: Payload): Promise<Answer>
}

const agent = connections(32)
const boundary = 'poison-9f3a'

export function hookOf({ server, path, secret }: Company): Door {
  return {
    name: 'hook',
    answers: [200, 204],
    send: ({ bytes }) => post(server.address + path, bytes, signedBytes(bytes, secret), agent),
  }
}

export function activitiesOf(company: Company): Door {
  const headers = { 'content-type': 'application/json' }
  return {
    name: 'activities',
    answers: [200, 400, 413],
    send: ({ bytes }) => call(company, '/api/v1/activities', bytes, headers),
  }
}

export function importsOf(company: Company): Door {
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="report.csv"\r\n\r\n`
  const tail = `\r\n--${boundary}--\r\n`
  const form = (bytes: Uint8Array) => Buffer.concat([Buffer.from(head), bytes, Buffer.from(tail)])
  return {
    name: 'imports',
    answers: [200, 400],
    send: ({ bytes }) => call(company, '/api/v1/imports', form(bytes), headers),
  }
}

function call(
  { server, apiKey }: Company,
  path: string,
  bytes: Uint8Array,
  headers: OutgoingHttpHeaders,
): Promise<Answer> {
  return post(server.address + path, bytes, { authorization: `Bearer ${apiKey}`, ...headers }, agent)
}

function signedBytes(body: Uint8Array, secret: string): OutgoingHttpHeaders {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')
  return { 'x-zm-request-timestamp': timestamp, 'x-zm-signature': `v0=${digest}` }
}

/** What a payload came to. */
export type Tell = (payload: Payload, answer: Answer) => void

/** Sends all, so many at a time. Throws when the server breaks off. */
export async function sendAll(door: Door, payloads: Iterator<Payload>, atOnce: number, tell: Tell): Promise<void> {
  const sendOn = async () => {
    for (let each = payloads.next(); !each.done; each = payloads.next()) tell(each.value, await door.send(each.value))
  }
  await Promise.all(Array.from({ length: atOnce }, sendOn))
}

/** So many of the payloads; the others can still be taken. */
export function* first(payloads: Iterator<Payload>, count: number): Generator<Payload> {
  for (let left = count; left > 0; left--) {
    const each = payloads.next()
    if (each.done) return
    yield each.value
  }
}
