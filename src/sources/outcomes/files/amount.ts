/** Signs and words of money that people write in place of the three letters. */
const signs: Record<string, string> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₪': 'ILS',
  nis: 'ILS',
  'ש"ח': 'ILS',
  'ש״ח': 'ILS',
  שח: 'ILS',
  '₽': 'RUB',
  'руб.': 'RUB',
  руб: 'RUB',
  'р.': 'RUB',
  '₴': 'UAH',
  '₸': 'KZT',
  '₹': 'INR',
  '₩': 'KRW',
  zł: 'PLN',
  kč: 'CZK',
}

/** A number with the currency that stands beside it; null: none does. `percent`: it is a share of something else. */
export interface Amount {
  value: number
  currency: string | null
  percent: boolean
}

const largest = 1e15
const spaces = /[\s\u00a0\u202f\u2009'’\u200e\u200f]/g

/** Three letters in capitals, also of a sign or a word in common use; null for what is no currency. */
export function readCurrency(text: string): string | null {
  const word = text.trim().toLowerCase()
  return signs[word] ?? (/^[a-z]{3}$/.test(word) ? word.toUpperCase() : null)
}

/**
 * Reads an amount as people write it: thousands apart by comma, dot, space or apostrophe, the fraction behind a dot or
 * comma, a sign or letters of the currency on either side, a loss with a minus or in brackets. One separator before
 * exactly three digits sets thousands apart. Null for what is no amount.
 */
export function readAmount(text: string): Amount | null {
  const bare = text.replace(spaces, '').replace(/[−–]/g, '-')
  const inBrackets = /^\((.+)\)$/.exec(bare)
  const match = /^(-?)([^\d.,()-]*)(-?)(\d[\d.,]*|[.,]\d+)([^\d,()-]*)$/.exec(inBrackets?.[1] ?? bare)
  if (!match) return null
  const [, first, before, second, digits, after] = match as unknown as [string, string, string, string, string, string]
  const percent = after === '%'
  const currency = currencyOf(before, percent ? '' : after)
  const size = numberOf(digits)
  if (size === null || size > largest || currency === undefined) return null
  const minuses = [first, second, inBrackets ? '-' : ''].filter(Boolean).length
  return minuses > 1 ? null : { value: minuses === 1 && size !== 0 ? -size : size, currency, percent }
}

/** Undefined where something stands there that is no currency, or two that differ. */
function currencyOf(before: string, after: string): string | null | undefined {
  const [left, right] = [before, after].map((text) => (text === '' ? null : (readCurrency(text) ?? undefined)))
  if (left === undefined || right === undefined) return undefined
  return left !== null && right !== null && left !== right ? undefined : (left ?? right)
}

function numberOf(digits: string): number | null {
  const separators = [...digits].filter((sign) => sign === '.' || sign === ',')
  const last = separators.at(-1)
  if (last === undefined) return Number(digits)
  const fraction = digits.slice(digits.lastIndexOf(last) + 1)
  const once = separators.filter((sign) => sign === last).length === 1
  const alone = separators.length === 1
  const grouped = alone && fraction.length === 3 && !/^0?[.,]/.test(digits)
  if (once && !grouped) {
    const whole = digits.slice(0, digits.lastIndexOf(last))
    return isGrouped(whole) && fraction !== '' ? Number(`${whole.replace(/[.,]/g, '')}.${fraction}`) : null
  }
  return new Set(separators).size === 1 && isGrouped(digits) ? Number(digits.replace(/[.,]/g, '')) : null
}

/** No separator, or one kind of it, three digits behind each; India sets two apart. */
function isGrouped(digits: string): boolean {
  return /^\d*$/.test(digits) || /^\d{1,3}(?:(?:,\d{2,3})*,\d{3}|(?:\.\d{2,3})*\.\d{3})$/.test(digits)
}
