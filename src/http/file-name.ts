// What no file system takes, what could lead elsewhere, and what makes a name look like another.
const barred = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|%]+/gu
const longest = 100

/** The parts as the name of a file, without its ending. */
export function fileName(parts: readonly (string | null | undefined)[]): string {
  return parts
    .map((part) => cleaned(part ?? ''))
    .filter(Boolean)
    .join(' - ')
}

function cleaned(part: string): string {
  const text = part.replace(barred, ' ').replace(/\s+/g, ' ')
  return [...text]
    .slice(0, longest)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
}

/** A download of that name (RFC 6266): in full for every browser of today, in ASCII for what is older. */
export function attachment(name: string, ending: string): string {
  const plain = fileName([name.replace(/[^\x20-\x7e]+/g, ' ').replace(/^[-\s]+/, '')]) || 'file'
  const whole = encodeURIComponent(`${name}.${ending}`).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${whole}`
}
