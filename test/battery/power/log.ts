/** What a process did, in the order in which it did it; shim.c writes it. */
export interface LogRecord {
  op: Op
  pid: number
  thread: number
  /** Which opened file, a number of the process. */
  file: number
  /** `write`: where; `truncate`: the new length; `open`: flags; `answer`: the port of who gets it. */
  offset: number
  data: Buffer
}

export type Op = keyof typeof letters

const letters = {
  process: 'P',
  open: 'O',
  write: 'W',
  truncate: 'T',
  /** A sync begins; it covers what was written before. */
  syncing: 'B',
  /** It has returned. */
  sync: 'S',
  unlink: 'U',
  rename: 'R',
  /** An answer 204 that leaves next. */
  answer: 'A',
  /** Written into the log by the test: the workspace is made. */
  made: 'M',
} as const

const ops = new Map(Object.entries(letters).map(([op, letter]) => [letter.charCodeAt(0), op as Op]))
const head = 32

/** The flags of `open` that change what is there. */
export const [truncates, creates] = [1, 2]

/** A log as it was written; the end of it may be missing where the process was killed. */
export function recordsOf(log: Buffer): LogRecord[] {
  const records: LogRecord[] = []
  for (let at = 0; at + head <= log.length; ) {
    const end = at + head + Number(log.readBigUInt64LE(at + 16))
    if (end > log.length) break
    records.push({
      op: ops.get(log[at]!)!,
      pid: log.readUInt32LE(at + 4),
      thread: log.readUInt32LE(at + 8),
      file: log.readUInt32LE(at + 12),
      offset: Number(log.readBigUInt64LE(at + 24)),
      data: log.subarray(at + head, end),
    })
    at = end
  }
  return records
}

/** The bytes of a record without data. */
export function bytesOf(op: Op): Buffer {
  const bytes = Buffer.alloc(head)
  bytes.write(letters[op], 'latin1')
  return bytes
}
