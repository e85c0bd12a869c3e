import { closeSync, fdatasyncSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'

/** A member of an archive: where its bytes begin and how many they are. */
export interface Member {
  name: string
  at: number
  size: number
}

const block = 512
const piece = 1024 * 1024
/** So many bytes are left to the system before they must be on disk: all at the end would hold up a server beside it. */
const unsynced = 32 * piece
const largestOctal = 8 ** 11 - 1

/** Writes a plain tar archive (ustar) that every tar program opens; only its owner may read it. */
export class TarWriter {
  readonly #file: number
  readonly #time: number

  /** Throws where the file exists already. */
  constructor(path: string, now: number) {
    this.#file = openSync(path, 'wx', 0o600)
    this.#time = Math.floor(now / 1000)
  }

  addText(name: string, text: string): void {
    const bytes = Buffer.from(text)
    this.#begin(name, bytes.byteLength)
    writeAll(this.#file, bytes)
    this.#pad(bytes.byteLength)
  }

  /** Adds a file; `seen` gets its bytes as they pass. */
  addFile(name: string, path: string, size: number, seen: (bytes: Uint8Array) => void): void {
    this.#begin(name, size)
    const from = openSync(path, 'r')
    let done = 0
    try {
      for (const bytes of pieces(from, { at: 0, size })) {
        seen(bytes)
        writeAll(this.#file, bytes)
        done += bytes.byteLength
        if (done % unsynced === 0) fdatasyncSync(this.#file)
      }
    } finally {
      closeSync(from)
    }
    this.#pad(size)
  }

  /** All of it is on disk afterwards. */
  end(): void {
    writeAll(this.#file, Buffer.alloc(2 * block))
    fsyncSync(this.#file)
    this.close()
  }

  close(): void {
    closeSync(this.#file)
  }

  #begin(name: string, size: number): void {
    writeAll(this.#file, headOf(name, size, this.#time))
  }

  #pad(size: number): void {
    writeAll(this.#file, Buffer.alloc((block - (size % block)) % block))
  }
}

/** The members of an archive. Throws an Error in words where it is none, or is cut off. */
export function membersOf(file: number, size: number): Member[] {
  const members: Member[] = []
  const head = Buffer.alloc(block)
  for (let at = 0; ; ) {
    if (at + block > size || readSync(file, head, 0, block, at) < block) throw new Error('it is cut off')
    if (head.every((byte) => byte === 0)) return members
    if (sumOf(head) !== Number.parseInt(textIn(head, 148, 8), 8)) throw new Error('it is no tar archive, or damaged')
    const member = { name: textIn(head, 0, 100), at: at + block, size: sizeIn(head) }
    if (member.at + member.size > size) throw new Error('it is cut off')
    members.push(member)
    at = member.at + Math.ceil(member.size / block) * block
  }
}

/** The bytes of a member, or of any file, in pieces. Throws where they end too early. */
export function* pieces(file: number, { at, size }: Pick<Member, 'at' | 'size'>): Generator<Uint8Array> {
  const buffer = Buffer.alloc(Math.min(piece, Math.max(size, 1)))
  for (let done = 0; done < size; ) {
    const count = readSync(file, buffer, 0, Math.min(buffer.byteLength, size - done), at + done)
    if (count === 0) throw new Error('it is cut off')
    done += count
    yield buffer.subarray(0, count)
  }
}

/** The block before the bytes of a member; `time` in seconds. */
export function headOf(name: string, size: number, time: number): Buffer {
  const head = Buffer.alloc(block)
  const octal = (value: number, at: number, digits: number) => head.write(value.toString(8).padStart(digits, '0'), at)
  head.write(name, 0, 100)
  octal(0o600, 100, 7)
  octal(0, 108, 7)
  octal(0, 116, 7)
  // What eleven octal digits do not hold is written in base 256, as GNU tar does.
  if (size <= largestOctal) octal(size, 124, 11)
  else head.writeBigUInt64BE(BigInt(size), 128)
  if (size > largestOctal) head[124] = 0x80
  octal(time, 136, 11)
  head.write('0', 156)
  head.write('ustar\u000000', 257)
  octal(sumOf(head), 148, 6)
  head.write('\u0000 ', 154)
  return head
}

/** The sum of a head's bytes, its own place read as blanks. */
function sumOf(head: Buffer): number {
  return head.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
}

function sizeIn(head: Buffer): number {
  return head[124] === 0x80 ? Number(head.readBigUInt64BE(128)) : Number.parseInt(textIn(head, 124, 12), 8)
}

function textIn(head: Buffer, at: number, length: number): string {
  const text = head.toString('utf8', at, at + length)
  return (text.includes('\u0000') ? text.slice(0, text.indexOf('\u0000')) : text).trim()
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.byteLength; ) done += writeSync(file, bytes, done)
}
