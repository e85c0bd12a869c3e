import { hash } from 'node:crypto'

const STAY = 10
const [lowest, highest] = [new Uint8Array(6), new Uint8Array(6).fill(0xff)]

/**
 * 16 bytes for a fact. Two of them come from the room of a stay, so that facts of one webinar lie together on disk;
 * eight from the connection, so that one range holds all facts of a stay; six from the fact's own id.
 * A fact that belongs to no stay: a zero byte pair and fourteen bytes of its id's hash. The first bit tells them apart.
 */
export function factId(id: string, stay: Uint8Array | null): Uint8Array {
  const own = sha256(id)
  return stay === null ? bytesOf(`\0\0${own.slice(0, 14)}`) : Buffer.concat([stay, bytesOf(own.slice(0, 6))])
}

/** The first ten bytes of all facts of a connection (`<instance>/<connection id>`). */
export function stayOf(connection: string): Uint8Array {
  const stay = bytesOf(roomOf(connection.slice(0, connection.lastIndexOf('/') + 1)) + sha256(connection).slice(0, 8))
  stay[0]! |= 0x80
  return stay
}

// Most that happens in a room happens in the same one as what happened before it.
let latest = { instance: '', room: '' }

function roomOf(instance: string): string {
  if (latest.instance !== instance) latest = { instance, room: sha256(instance).slice(0, 2) }
  return latest.room
}

/** Smallest and greatest id of a stay. */
export function rangeOfStay(stay: Uint8Array): [Uint8Array, Uint8Array] {
  return [Buffer.concat([stay, lowest]), Buffer.concat([stay, highest])]
}

/** The stay that a stored fact belongs to, null if it belongs to none. */
export function stayOfFact(id: Uint8Array): Uint8Array | null {
  return id[0]! & 0x80 ? id.subarray(0, STAY) : null
}

/** Twelve bytes for a person's key. */
export function keyId(text: string): Uint8Array {
  return bytesOf(sha256(text).slice(0, 12))
}

/** A character for each byte: neither this nor `bytesOf` takes memory of its own, which counts on the hot path. */
function sha256(text: string): string {
  return hash('sha256', text, 'binary')
}

function bytesOf(text: string): Buffer<ArrayBuffer> {
  return Buffer.from(text, 'binary')
}
