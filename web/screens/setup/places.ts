/** The weekends there are, as the server knows them. */
export const weekends = ['sat-sun', 'fri-sat', 'sun', 'fri'] as const

const withHolidays = [
  'IL',
  'US',
  'GB',
  'CA',
  'AU',
  'DE',
  'FR',
  'ES',
  'IT',
  'NL',
  'PL',
  'SE',
  'CH',
  'AE',
  'IN',
  'SG',
  'BR',
]

const countryOfZone: Record<string, string> = {
  'Asia/Jerusalem': 'IL',
  'Asia/Tel_Aviv': 'IL',
  'Europe/London': 'GB',
  'Europe/Berlin': 'DE',
  'Europe/Paris': 'FR',
  'Europe/Madrid': 'ES',
  'Europe/Rome': 'IT',
  'Europe/Amsterdam': 'NL',
  'Europe/Warsaw': 'PL',
  'America/New_York': 'US',
  'America/Chicago': 'US',
  'America/Los_Angeles': 'US',
}

/** The country whose holidays are proposed for a zone; null where that would be a guess. */
export function countryOf(timezone: string): string | null {
  return countryOfZone[timezone] ?? null
}

export function weekendOf(timezone: string): (typeof weekends)[number] {
  return countryOf(timezone) === 'IL' ? 'fri-sat' : 'sat-sun'
}

/** All zones the browser knows, and the given one. */
export function timezones(given: string): string[] {
  return [...new Set([given, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
}

/** Countries with holidays, by their names in a language. */
export function countries(language: string): (readonly [string, string])[] {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const named = withHolidays.map((code) => [code, names.of(code) ?? code] as const)
  return named.sort((a, b) => a[1].localeCompare(b[1], language))
}
