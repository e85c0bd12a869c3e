import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hash, randomBytes } from 'node:crypto'

/**
 * Keeps secrets unreadable in the database file. `about` binds a secret to its place: it opens nowhere else. `sign` is
 * 64 hex digits by which this server knows a text again that it gave out; under a key of its own.
 */
export interface Crypt {
  seal(text: string, about: string): Uint8Array
  open(sealed: Uint8Array, about: string): string
  sign(text: string): string
}

const NONCE = 12
const TAG = 16

/** AES-256-GCM under a key of 32 bytes: nonce, tag and cipher text in one piece. */
export function cryptOf(key: Uint8Array): Crypt {
  if (key.length !== 32) throw new Error(`The secret of this server must have 32 bytes, it has ${key.length}`)
  const own = createSecretKey(key)
  return {
    sign: signerOf(createHmac('sha256', own).update('ripen: what is given out').digest()),
    seal(text, about) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', own, nonce).setAAD(new TextEncoder().encode(about))
      const parts = [cipher.update(text, 'utf8'), cipher.final()]
      return Uint8Array.from([...nonce, ...cipher.getAuthTag(), ...parts[0]!, ...parts[1]!])
    },
    open(sealed, about) {
      const decipher = createDecipheriv('aes-256-gcm', own, sealed.subarray(0, NONCE))
        .setAAD(new TextEncoder().encode(about))
        .setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
      return decipher.update(sealed.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}

const BLOCK = 64

/** HMAC-SHA256 (RFC 2104) in hex. By two plain hashes, for a list has a hundred thousand and `createHmac` is dear. */
export function signerOf(key: Uint8Array): (text: string) => string {
  const padded = Buffer.alloc(BLOCK)
  padded.set(key)
  const [inner, outer] = [padded.map((byte) => byte ^ 0x36), padded.map((byte) => byte ^ 0x5c)]
  return (text) => {
    const within = hash('sha256', Buffer.concat([inner, Buffer.from(text)]), 'buffer')
    return hash('sha256', Buffer.concat([outer, within]), 'hex')
  }
}
