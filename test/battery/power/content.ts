const sector = 512

/** Something that was done to a file and that the disk is not yet sure of. */
export type Change = { at: number; data: Uint8Array } | { length: number }

/** The bytes of a file. */
export class Content {
  #bytes: Buffer
  #length = 0

  constructor(of?: Content) {
    this.#bytes = Buffer.from(of?.bytes ?? [])
    this.#length = of?.bytes.length ?? 0
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }

  apply(change: Change): void {
    if (!('data' in change)) this.#resize(change.length)
    else {
      const { at, data } = change
      if (at + data.length > this.#length) this.#resize(at + data.length)
      this.#bytes.set(data, at)
    }
  }

  #resize(length: number): void {
    if (length > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(length, this.#bytes.length * 2))
      this.bytes.copy(larger)
      this.#bytes = larger
    }
    if (length < this.#length) this.#bytes.fill(0, length, this.#length)
    this.#length = length
  }
}

/** A write as its sectors: what a disk writes whole or not at all. */
export function sectorsOf(change: Change): Change[] {
  if (!('data' in change)) return [change]
  const { at, data } = change
  const pieces: Change[] = []
  for (let from = 0; from < data.length; ) {
    const to = Math.min(data.length, from + sector - ((at + from) % sector))
    pieces.push({ at: at + from, data: data.subarray(from, to) })
    from = to
  }
  return pieces
}
