/** Something hostile to send. `unreadable`: nobody can read it, so that as a webhook it must be in the quarantine. */
export interface Payload {
  name: string
  bytes: Uint8Array
  unreadable: boolean
}

const encoder = new TextEncoder()

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Parts one after the other. */
export function joined(...parts: (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part)))
}
