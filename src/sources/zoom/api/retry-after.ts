const second = 1000
const day = 86_400 * second

/**
 * When Zoom may be asked again, ms UTC: `Retry-After` is a date here (elsewhere in the world it is seconds). Without a
 * usable one a daily limit ends with the day in UTC, and one of the second after a second.
 */
export function retryAtOf(headers: Headers, now: number, daily: boolean): number {
  const text = headers.get('retry-after')?.trim() ?? ''
  const given = /^\d{1,6}$/.test(text) ? now + Number(text) * second : Date.parse(text)
  if (given > now && given <= now + 2 * day) return given
  return daily ? (Math.floor(now / day) + 1) * day : now + second
}
