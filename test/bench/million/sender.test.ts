import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { type Burst, Sender } from './sender.ts'

const patient = { patience: 30_000, waits: [20, 40, 80] }
const none = { stored: 0, refused: 0, unanswered: 0, broken: 0, held: 0 }

/** A server that answers each try as `answer` says (null: never), and what it got. */
async function receiver(answer: (delivery: number, attempt: number) => number | null) {
  const got: { delivery: number; signed: number; socket: Socket }[] = []
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const delivery = Number(await text(request))
    const attempt = got.filter((each) => each.delivery === delivery).length
    got.push({ delivery, signed: Number(request.headers.signed), socket: request.socket })
    const status = answer(delivery, attempt)
    if (status !== null) response.writeHead(status).end(status === 503 ? 'Not now.' : undefined)
  })
  await once(server.listen(0), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, got }
}

function burst(count: number, rest: Partial<Burst> = {}): Burst {
  let signed = 0
  const request = (delivery: number) => {
    const body = String(delivery)
    return Buffer.from(
      `POST / HTTP/1.1\r\nhost: localhost\r\nsigned: ${++signed}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    )
  }
  return { name: 'test', count, connections: 3, within: null, request, ...rest }
}

async function sent(manner: { port: number; patience: number; waits: readonly number[] }, what: Burst) {
  const sender = new Sender(manner)
  const tally = await sender.send(what, () => {})
  await sender.settle(() => {})
  return { ...tally.sent, lost: sender.lost }
}

test('everything that is answered is sent once, in order of its connections, and is then stored', async () => {
  const { port, got } = await receiver(() => 204)
  const { tries, lost, deliveries } = await sent({ port, ...patient }, burst(50))
  expect(got.map(({ delivery }) => delivery).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at))
  expect({ tries, lost, deliveries }).toEqual({
    tries: [{ ...none, stored: 50 }, none, none, none],
    lost: 0,
    deliveries: 50,
  })
})

test('what is refused comes again as the same body, signed anew, until it is stored', async () => {
  const { port, got } = await receiver((delivery, attempt) => (delivery === 2 && attempt < 3 ? 503 : 204))
  const { tries, lost } = await sent({ port, ...patient }, burst(4))
  expect(tries).toEqual([
    { ...none, stored: 3, refused: 1 },
    { ...none, refused: 1 },
    { ...none, refused: 1 },
    { ...none, stored: 1 },
  ])
  expect(lost).toBe(0)
  expect(new Set(got.map(({ signed }) => signed)).size).toBe(7)
})

test('who is not answered in time gives the try up with its connection, and after the third retry the delivery', async () => {
  const { port, got } = await receiver(() => null)
  const { tries, lost } = await sent({ port, patience: 50, waits: [10, 10, 10] }, burst(1))
  expect({ tries, lost }).toEqual({ tries: Array.from({ length: 4 }, () => ({ ...none, unanswered: 1 })), lost: 1 })
  await Promise.all(got.map(({ socket }) => socket.destroyed || once(socket, 'close')))
  expect(got).toHaveLength(4)
})

test('what finds no connection free within the time of a try has failed it', async () => {
  const { port, got } = await receiver((_, attempt) => (attempt === 0 ? null : 204))
  const { tries } = await sent({ port, patience: 100, waits: [10, 10, 10] }, burst(3, { connections: 1, within: 0 }))
  expect(tries[0]).toEqual({ ...none, unanswered: 1, held: 2 })
  expect(got.length).toBeGreaterThan(1)
})

test('an answer after which Zoom would not send again ends it in words', async () => {
  const { port } = await receiver(() => 401)
  await expect(sent({ port, ...patient }, burst(1))).rejects.toThrow(
    'answered by 401, after which Zoom never sends again',
  )
})
