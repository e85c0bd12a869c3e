const longest = 2000

/** A web address as it may stand in a message; null where it is none, or too long for one. */
export function webAddress(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null
  const { protocol, href } = new URL(text)
  if (!/^https?:$/.test(protocol)) return null
  const safe = href.replace(/[<>|"'`\\\s]/g, (sign) => encodeURIComponent(sign).replace("'", '%27'))
  return safe.length <= longest ? safe : null
}

/** `mailto:` of a text that is an address, else null. */
export function mailTo(text: string): string | null {
  const isAddress = text.length <= 254 && /^[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text)
  return isAddress ? `mailto:${text}` : null
}

/** `tel:` of a text that is a number to call, else null. */
export function telephone(text: string): string | null {
  const number = text.replace(/[\s().\-/\u2010-\u2015\u00a0]/g, '')
  return /^\+?\d{5,20}$/.test(number) ? `tel:${number}` : null
}
