import { Refused } from '../domain/refusal.ts'
import { door } from './words.ts'

const megabyte = 1024 * 1024

/**
 * How large the body of a call may be, in bytes; with a report file in it as large as the host can read. A model has to
 * fit into one row, of which a Durable Object keeps 2 MB.
 */
export function limitOf(path: string, largestFile: number): number {
  return path === '/api/v1/imports' ? largestFile : megabyte
}

/**
 * The request with a body of at most `limit` bytes, or Refused `too_large`.
 * A declared length is kept by the HTTP parser; only an undeclared (chunked) body has to be counted while it is read.
 */
export async function limitBody(request: Request, limit: number): Promise<Request> {
  const declared = request.headers.get('content-length')
  if (declared !== null && /^\d+$/.test(declared)) {
    if (Number(declared) > limit) throw tooLarge(limit)
    if (!request.headers.has('transfer-encoding')) return request
  }
  if (request.body === null) return request
  const body = await readBody(request.body, limit)
  return new Request(request.url, { method: request.method, headers: request.headers, body })
}

async function readBody(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw tooLarge(limit)
    }
    chunks.push(chunk.value)
  }
  return joinBytes(chunks, size)
}

/** Chunks of `length` bytes together as one. */
export function joinBytes(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

function tooLarge(limit: number): Refused {
  return new Refused('too_large', door('tooLarge', { limit: limit / megabyte }), { limit })
}
