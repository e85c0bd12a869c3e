/** What people write between the digits of a number, and the marks of direction that come along with a copied one. */
const between = /[\s\u00a0().\-/\u2010-\u2015\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g

/**
 * A number that says its country, by + or 00, as E.164: `+972501234567`. Null for every other one: whose country is not
 * said cannot be guessed, and an extension has no place in E.164.
 */
export function e164(phone: string): string | null {
  const bare = phone
    .replace('(0)', '')
    .replace(between, '')
    .replace(/^\uff0b/, '+')
    .replace(/^00/, '+')
  return /^\+[1-9][0-9]{5,14}$/.test(bare) ? bare : null
}
