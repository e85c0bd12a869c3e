/** Places in the shared memory. */
const [answers, wanted, isShut, inside] = [0, 1, 2, 3]

/**
 * Between one thread that asks and stores and others that read for it: how many answers there are, from which question on
 * they are wanted, and a gate that keeps the others from reading for a moment.
 */
export class Turnstile {
  readonly shared: SharedArrayBuffer
  readonly #words: Int32Array

  constructor(shared = new SharedArrayBuffer(16)) {
    this.shared = shared
    this.#words = new Int32Array(shared)
  }

  get answers(): number {
    return Atomics.load(this.#words, answers)
  }

  answered(): void {
    Atomics.add(this.#words, answers, 1)
    Atomics.notify(this.#words, answers)
  }

  /** Waits until there are more answers than `known`. False after so many ms. */
  await(known: number, ms: number): boolean {
    return Atomics.wait(this.#words, answers, known, ms) !== 'timed-out'
  }

  /** Questions with a smaller number need no answer. */
  wantFrom(number: number): void {
    Atomics.store(this.#words, wanted, number)
  }

  isWanted(number: number): boolean {
    return number >= Atomics.load(this.#words, wanted)
  }

  /** Reads, once the gate is open. */
  within<T>(read: () => T): T {
    for (;;) {
      Atomics.add(this.#words, inside, 1)
      if (Atomics.load(this.#words, isShut) === 0) break
      this.#leave()
      Atomics.wait(this.#words, isShut, 1)
    }
    try {
      return read()
    } finally {
      this.#leave()
    }
  }

  /** Waits, at most so many ms, until all who read have done so; whoever comes meanwhile waits too. */
  passBy(ms: number): void {
    const end = performance.now() + ms
    Atomics.store(this.#words, isShut, 1)
    for (let left = ms; left > 0; left = end - performance.now()) {
      const readers = Atomics.load(this.#words, inside)
      if (readers === 0 || Atomics.wait(this.#words, inside, readers, left) === 'timed-out') break
    }
    Atomics.store(this.#words, isShut, 0)
    Atomics.notify(this.#words, isShut)
  }

  #leave(): void {
    Atomics.sub(this.#words, inside, 1)
    Atomics.notify(this.#words, inside)
  }
}
