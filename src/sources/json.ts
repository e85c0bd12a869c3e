import { unreadable } from './unreadable.ts'

const deepest = 64

// Tolerant: bytes that are no UTF-8 become U+FFFD, a byte order mark goes.
const decoder = new TextDecoder()

// The key as it stands, or an escape that could spell it.
const prototypeKey = /__proto__|\\u005f/i

/** What a body holds, or in words why nobody can tell. */
export type JsonReading = { value: unknown; reason?: undefined } | { value?: undefined; reason: string }

/**
 * Parses untrusted bytes as JSON in linear time. Of duplicate keys the last one counts, `__proto__` keys are left out,
 * 1e400 is Infinity. More than 64 levels are refused before they are parsed: nothing downstream recurses without end.
 */
export function readJson(raw: Uint8Array): JsonReading {
  const text = decoder.decode(raw)
  if (opens(text) > deepest && isTooDeep(raw)) return { reason: unreadable('deep', { levels: deepest }).text }
  try {
    return { value: prototypeKey.test(text) ? JSON.parse(text, withoutPrototype) : JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { reason: unreadable(text.trim() === '' ? 'empty' : 'notJson').text }
  }
}

function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value
}

const [quote, backslash] = [0x22, 0x5c]
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d]

/** So many lists and objects are opened at most: nearly every body tells by this alone that it is not deep. */
function opens(text: string): number {
  let count = 0
  for (const bracket of ['[', '{'])
    for (let at = text.indexOf(bracket); at >= 0 && count <= deepest; at = text.indexOf(bracket, at + 1)) count++
  return count
}

function isTooDeep(raw: Uint8Array): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at]
    if (inText) {
      if (byte === backslash) at++
      else if (byte === quote) inText = false
    } else if (byte === quote) inText = true
    else if (byte === openList || byte === openObject) {
      if (++depth > deepest) return true
    } else if (byte === closeList || byte === closeObject) depth--
  }
  return false
}
