import { hash } from 'node:crypto'

const STAY = 10

/**
 * 16 bytes for a fact. Two of them come from the room of a stay, so that facts of one webinar lie together on disk;
 * eight from the connection, so that one range holds all facts of a stay; six from the fact's own id.
 * A fact that belongs to no stay: a zero byte pair and fourteen bytes of its id's hash. The first bit tells them apart.
 */
export function factId(id: string, stay: Uint8Array | null): Uint8Array {
  const bytes = new Uint8Array(16)
  const own = sha256(id)
  if (stay === null) bytes.set(own.subarray(0, 14), 2)
  else {
    bytes.set(stay)
    bytes.set(own.subarray(0, 6), STAY)
  }
  return bytes
}

/** The first ten bytes of all facts of a connection (`<instance>/<connection id>`). */
export function stayOf(connection: string): Uint8Array {
  const stay = new Uint8Array(STAY)
  stay.set(sha256(connection.slice(0, connection.lastIndexOf('/') + 1)).subarray(0, 2))
  stay[0]! |= 0x80
  stay.set(sha256(connection).subarray(0, 8), 2)
  return stay
}

/** Smallest and greatest id of a stay. */
export function rangeOfStay(stay: Uint8Array): [Uint8Array, Uint8Array] {
  const [from, to] = [new Uint8Array(16), new Uint8Array(16).fill(0xff)]
  from.set(stay)
  to.set(stay)
  return [from, to]
}

/** The stay that a stored fact belongs to, null if it belongs to none. */
export function stayOfFact(id: Uint8Array): Uint8Array | null {
  return id[0]! & 0x80 ? id.subarray(0, STAY) : null
}

/** Twelve bytes for a person's key. */
export function keyId(text: string): Uint8Array {
  return new Uint8Array(sha256(text).subarray(0, 12))
}

function sha256(text: string): Uint8Array {
  return hash('sha256', text, 'buffer')
}
