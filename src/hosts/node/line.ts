/** What waits. It writes when it has a body. */
interface Entry {
  body: Uint8Array | null
}

interface Waiting<T> {
  entry: T
  since: number
  /** How many writes waited before it. */
  before: number
}

/** Who gets their turn: reads, then writes, as one batch. `late` are writes that waited until their senders had gone. */
export interface Turn<T> {
  reads: T[]
  writes: T[]
  late: T[]
}

/** So long may a write wait for its turn, ms: it is then answered within the 3 s after which Zoom gives up. */
const patience = 750
const gone = 5_000
/** Whoever waits for less says nothing about how long others will, ms. */
const soon = 100
/** A batch is to take no longer than `longest`, ms, since those that come later wait for it; more in less than `quick`. */
const [quick, longest] = [25, 100]
const [fewest, most] = [15, 480]
const mostReads = 100
const largestBatch = 8 * 1024 * 1024
const mostBytes = 64 * 1024 * 1024

/**
 * The line before the workspaces' thread. A line that takes longer than its senders wait is work for nothing: they give
 * up and send again, and nobody is served any more. So while writes are left over by every batch, newcomers are refused
 * that would wait for more than 750 ms at the pace of the last one that got its turn. Reads pass the writes: the
 * dashboard works in an overload too. Times are ms of a clock that never goes back.
 */
export class Line<T extends Entry> {
  readonly #reads: T[] = []
  readonly #writes: Waiting<T>[] = []
  #bytes = 0
  #most = most
  /** Writes that get their turn in a ms. */
  #pace = Infinity

  get length(): number {
    return this.#reads.length + this.#writes.length
  }

  /** False when it is refused. */
  join(entry: T, now: number): boolean {
    const { body } = entry
    if (body === null) {
      this.#reads.push(entry)
      return true
    }
    const before = this.#writes.length
    if (before > this.#pace * patience || this.#bytes > mostBytes) return false
    this.#bytes += body.byteLength
    this.#writes.push({ entry, since: now, before })
    return true
  }

  take(now: number): Turn<T> {
    const late = this.#takeUntil(({ since }) => now - since < gone)
    let size = 0
    const taken = this.#takeUntil(({ entry }, at) => {
      size += entry.body!.byteLength
      return at === this.#most || (at > 0 && size > largestBatch)
    })
    this.#pace = this.#writes.length === 0 ? Infinity : paceOf(taken.at(-1), now)
    return { reads: this.#reads.splice(0, mostReads), writes: taken.map(entryOf), late: late.map(entryOf) }
  }

  /** To be told how long a batch took with so many writes. */
  took(writes: number, ms: number): void {
    if (ms > longest) this.#most = Math.max(this.#most / 2, fewest)
    else if (ms < quick && writes >= this.#most) this.#most = Math.min(this.#most * 2, most)
  }

  /** The writes before the first one of which `here` is true. */
  #takeUntil(here: (waiting: Waiting<T>, at: number) => boolean): Waiting<T>[] {
    const at = this.#writes.findIndex(here)
    const taken = this.#writes.splice(0, at < 0 ? this.#writes.length : at)
    for (const { entry } of taken) this.#bytes -= entry.body!.byteLength
    return taken
  }
}

function paceOf(last: Waiting<Entry> | undefined, now: number): number {
  const waited = last ? now - last.since : 0
  return last && waited >= soon ? (last.before + 1) / waited : Infinity
}

function entryOf<T>({ entry }: Waiting<T>): T {
  return entry
}
