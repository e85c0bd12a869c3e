export type Value = string | number | null | Uint8Array

export interface Statement<Row> {
  all(...values: Value[]): Row[]
  get(...values: Value[]): Row | undefined
  run(...values: Value[]): void
}

/**
 * One SQLite database, whatever drives it; made by the host. Everything is synchronous.
 * `prepare` keeps what it has prepared, so it may be called with the same text again and again. SQLite looks at a bare
 * parameter while it plans: of a LIMIT, or where it has a choice, it would plan anew at each call, at ten times the cost.
 * Such a parameter is written `+?`.
 * `transaction` nests. What it throws was rolled back; where the database itself failed (disk full, I/O, lock)
 * it throws `Refused('unavailable')`. Blobs may come back as ArrayBuffer: read them with `bytesOf`.
 */
export interface Db {
  prepare<Row = Record<string, unknown>>(sql: string): Statement<Row>
  exec(sql: string): void
  transaction<T>(run: () => T): T
  /**
   * A transaction for what is worked out from other rows: its commit does not wait for the disk, so a power failure may
   * take it back, whole, up to the next ordinary commit. Within another transaction it is a part of that.
   */
  relaxed<T>(run: () => T): T
}

export type Blob = Uint8Array | ArrayBuffer

export function bytesOf(blob: Blob): Uint8Array {
  return blob instanceof Uint8Array ? blob : new Uint8Array(blob)
}
