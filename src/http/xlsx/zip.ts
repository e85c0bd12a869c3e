import { crc32 } from './crc32.ts'
import { dataDescriptor, directoryEnd, directoryEntry, type Filed, localHeader } from './zip-records.ts'

/** A file of an archive, its text made while it is read. */
export interface ZipEntry {
  name: string
  text: Iterable<string>
}

const piece = 64 * 1024
const encoder = new TextEncoder()

/**
 * A ZIP archive, deflated and piece by piece: nothing of an entry is kept but its sizes, which follow behind its data.
 * Entries are asked for one after the other, so that a later one may tell of an earlier. Each stays below 4 GB.
 */
export async function* zipped(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const filed: Filed[] = []
  let at = 0
  for (const { name, text } of entries) {
    const file: Filed = { name: encoder.encode(name), crc: 0, packed: 0, whole: 0, at }
    const head = localHeader(file.name)
    yield head
    for await (const bytes of deflated(text, file)) {
      file.packed += bytes.length
      yield bytes
    }
    yield dataDescriptor(file)
    at += head.length + file.packed + dataDescriptor(file).length
    filed.push(file)
  }
  let size = 0
  for (const entry of filed.map(directoryEntry)) {
    size += entry.length
    yield entry
  }
  yield directoryEnd(filed.length, size, at)
}

async function* deflated(text: Iterable<string>, file: Filed): AsyncGenerator<Uint8Array> {
  const source = text[Symbol.iterator]()
  const reader = bytesOf(source, file).pipeThrough(new CompressionStream('deflate-raw')).getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    // Whoever stops reading ends the making of the text at once, not when the stream has heard of it.
    source.return?.()
    await reader.cancel().catch(() => {})
  }
}

/** At the reader's pace. */
function bytesOf(source: Iterator<string>, file: Filed): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      pull(controller) {
        let some = ''
        let next = source.next()
        for (; !next.done; next = source.next()) {
          some += next.value
          if (some.length >= piece) break
        }
        const bytes = encoder.encode(some)
        file.crc = crc32(bytes, file.crc)
        file.whole += bytes.length
        if (bytes.length > 0) controller.enqueue(bytes)
        if (next.done) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
