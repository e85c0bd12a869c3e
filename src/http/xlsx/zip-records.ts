// The records of ZIP as PKWARE's APPNOTE.TXT writes them, little-endian.

/** What the archive's directory says of a file in it. Sizes and places in bytes. */
export interface Filed {
  name: Uint8Array
  crc: number
  packed: number
  whole: number
  at: number
}

/** The size follows behind the data (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808
const deflated = 8
const version = 20
/** 1980-01-01: the same rows make the same file whenever it is made. */
const date = 0x0021

export function localHeader(name: Uint8Array): Uint8Array {
  return record(30, name, (write) => {
    write.long(0x04034b50).short(version).short(flags).short(deflated).short(0).short(date)
    write.long(0).long(0).long(0).short(name.length).short(0)
  })
}

export function dataDescriptor({ crc, packed, whole }: Filed): Uint8Array {
  return record(16, nothing, (write) => write.long(0x08074b50).long(crc).long(packed).long(whole))
}

export function directoryEntry({ name, crc, packed, whole, at }: Filed): Uint8Array {
  return record(46, name, (write) => {
    write.long(0x02014b50).short(version).short(version).short(flags).short(deflated).short(0).short(date)
    write.long(crc).long(packed).long(whole).short(name.length).short(0).short(0).short(0).short(0).long(0).long(at)
  })
}

export function directoryEnd(files: number, size: number, at: number): Uint8Array {
  return record(22, nothing, (write) =>
    write.long(0x06054b50).short(0).short(0).short(files).short(files).long(size).long(at).short(0),
  )
}

const nothing = new Uint8Array()

interface Writer {
  short(value: number): Writer
  long(value: number): Writer
}

function record(length: number, tail: Uint8Array, fill: (write: Writer) => void): Uint8Array {
  const bytes = new Uint8Array(length + tail.length)
  const view = new DataView(bytes.buffer)
  let at = 0
  const write: Writer = {
    short(value) {
      view.setUint16(at, value, true)
      at += 2
      return write
    },
    long(value) {
      view.setUint32(at, value, true)
      at += 4
      return write
    },
  }
  fill(write)
  bytes.set(tail, length)
  return bytes
}
