import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AtEnd } from '../process/running.ts'

const perSecond = 8_000
const header = 44

/** A recording on a server of the company: silence of so many seconds, sent in ranges as players ask for them. */
export interface Recording {
  address: string
}

export async function openRecording(seconds: number, atEnd: AtEnd): Promise<Recording> {
  const size = header + seconds * perSecond
  const server = createServer((request, response) => send(request, response, size))
  await new Promise<void>((resolve) => server.listen(0, resolve))
  atEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  return { address: `http://localhost:${(server.address() as AddressInfo).port}/recording.wav` }
}

function send({ headers }: IncomingMessage, response: ServerResponse, size: number): void {
  const [, first = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? []
  const from = Number(first)
  // Pieces as a storage sends them: no player is to have the whole of an hour at once.
  const to = Math.min(last === '' ? size - 1 : Number(last), size - 1, from + 2 ** 20)
  const body = Buffer.alloc(to - from + 1, 128)
  if (from < header) wavHeader(size).copy(body, 0, from, Math.min(header, to + 1))
  response.writeHead(206, {
    'content-type': 'audio/wav',
    'accept-ranges': 'bytes',
    'content-range': `bytes ${from}-${to}/${size}`,
    'content-length': body.length,
  })
  response.end(body)
}

/** Eight bits, one channel. */
function wavHeader(size: number): Buffer {
  const bytes = Buffer.alloc(header)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(size - 8, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(perSecond, 24)
  bytes.writeUInt32LE(perSecond, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(size - header, 40)
  return bytes
}
