const most = 16_384

/** A map that keeps what was used lately: when it is full, whatever was not asked for since it was full before goes. */
export class Recent<Key, Value> {
  #fresh = new Map<Key, Value>()
  #stale = new Map<Key, Value>()

  get(key: Key): Value | undefined {
    const fresh = this.#fresh.get(key)
    if (fresh !== undefined) return fresh
    const stale = this.#stale.get(key)
    if (stale !== undefined) this.set(key, stale)
    return stale
  }

  set(key: Key, value: Value): void {
    if (this.#fresh.size >= most) {
      this.#stale = this.#fresh
      this.#fresh = new Map()
    }
    this.#fresh.set(key, value)
  }

  clear(): void {
    this.#fresh.clear()
    this.#stale.clear()
  }
}
