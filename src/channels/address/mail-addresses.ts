import type { Words } from '../../domain/words.ts'
import { mailTo } from '../told/href.ts'
import { plain } from '../told/plain.ts'
import type { ReadAddress } from './address.ts'
import { channelAddress as words } from './words.ts'

const MOST = 10

/** One mail address or several, with commas or semicolons between. */
export function mailAddresses(text: string): ReadAddress | Words {
  const given = text.split(/[,;]/).map((part) => part.trim())
  const each = [...new Set(given.filter((part) => part !== ''))]
  const odd = each.find((address) => mailTo(address) === null)
  if (odd !== undefined || each.length === 0) return words('mail', { address: plain(odd ?? text, 80) })
  if (each.length > MOST) return words('mailMany', { count: each.length, most: MOST })
  return { address: each.join(', '), note: null }
}

/** The addresses of a channel as `mailAddresses` kept them. */
export function addressesIn(address: string): string[] {
  return address.split(',').map((part) => part.trim())
}
