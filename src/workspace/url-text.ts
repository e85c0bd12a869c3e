/** Any text as one that may stand in a URL as it is (base64url). */
export function urlText(text: string): string {
  let bytes = ''
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte)
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The text again; null for what is none. */
export function textOfUrl(text: string): string | null {
  if (!/^[\w-]{1,8000}$/.test(text) || text.length % 4 === 1) return null
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
  return new TextDecoder().decode(bytes)
}

/** A value as JSON in a URL. */
export function urlJson(value: unknown): string {
  return urlText(JSON.stringify(value))
}

/** The value again; null for what is none. */
export function jsonOfUrl(text: string): unknown {
  const json = textOfUrl(text)
  if (json === null) return null
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
