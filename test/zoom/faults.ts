/**
 * What goes wrong: `error` an internal error, `html` a proxy's page in place of the answer, `reset` a dropped
 * connection, `hang` one on which nothing comes, `half` half an answer and then a dropped connection.
 */
export type FaultKind = 'error' | 'html' | 'reset' | 'hang' | 'half'

/** A fault of every `every`th request to a path (every request without it), `times` times at most. */
export interface Fault {
  kind: FaultKind
  on?: RegExp
  every?: number
  times?: number
}

export class Faults {
  #waiting: (Fault & { seen: number; done: number })[] = []

  add(fault: Fault): void {
    this.#waiting.push({ ...fault, seen: 0, done: 0 })
  }

  clear(): void {
    this.#waiting = []
  }

  /** What goes wrong with this request. */
  of(path: string): FaultKind | null {
    for (const fault of this.#waiting) {
      if (fault.on && !fault.on.test(path)) continue
      fault.seen++
      if (fault.seen % (fault.every ?? 1) !== 0 || fault.done >= (fault.times ?? Infinity)) continue
      fault.done++
      return fault.kind
    }
    return null
  }
}

export const proxyPage =
  '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>cloudfront</body></html>'
