import { joinBytes } from '../../http/body.ts'
import type { FromWorkspaces, WireAnswer } from './wire.ts'

const whole = 256 * 1024

/**
 * Turns responses into what crosses to the front: small bodies at once, the rest of a big one in pieces, when asked.
 * An event stream begins at once: nobody knows when its first event comes.
 */
export class Answers {
  readonly #rests = new Map<number, ReadableStreamDefaultReader<Uint8Array>>()
  readonly #post: (message: FromWorkspaces, transfer?: ArrayBuffer[]) => void

  constructor(post: (message: FromWorkspaces, transfer?: ArrayBuffer[]) => void) {
    this.#post = post
  }

  async encode(number: number, response: Response): Promise<WireAnswer> {
    const headers: Record<string, string> = {}
    for (const [name, value] of response.headers) headers[name] = value
    const { status, body: stream } = response
    if (!stream) return { number, status, headers, body: null, more: false }
    const reader = stream.getReader()
    const { bytes, ended } = isEventStream(headers) ? begun : await readUpTo(reader, whole)
    if (!ended) this.#rests.set(number, reader)
    return { number, status, headers, body: bytes, more: !ended }
  }

  /** Sends the next piece of a body; the last message of a body carries no bytes. */
  async pull(number: number): Promise<void> {
    const reader = this.#rests.get(number)
    if (!reader) return
    try {
      const { bytes, ended } = await readUpTo(reader, 1)
      if (bytes.byteLength > 0) this.#post({ kind: 'piece', number, bytes, failed: false }, [bytes.buffer])
      if (!ended) return
      this.#rests.delete(number)
      this.#post({ kind: 'piece', number, bytes: null, failed: false })
    } catch (error) {
      this.#rests.delete(number)
      this.#post({ kind: 'piece', number, bytes: null, failed: true })
      throw error
    }
  }

  async cancel(number: number): Promise<void> {
    const reader = this.#rests.get(number)
    this.#rests.delete(number)
    await reader?.cancel()
  }

  async cancelAll(): Promise<void> {
    for (const number of [...this.#rests.keys()]) await this.cancel(number)
  }
}

const begun = { bytes: null, ended: false }

/** Whether an answer goes on until somebody ends it. */
export function isEventStream(headers: Record<string, string>): boolean {
  return headers['content-type']?.startsWith('text/event-stream') ?? false
}

async function readUpTo(reader: ReadableStreamDefaultReader<Uint8Array>, size: number) {
  const chunks: Uint8Array[] = []
  let length = 0
  while (length < size) {
    const { done, value } = await reader.read()
    if (done) return { bytes: joinBytes(chunks, length), ended: true }
    chunks.push(value)
    length += value.byteLength
  }
  return { bytes: joinBytes(chunks, length), ended: false }
}
