import { Refused } from '../../domain/refusal.ts'
import type { Words } from '../../domain/words.ts'
import type { TargetKind } from '../channel.ts'
import { plain } from '../told/plain.ts'
import { mailAddresses } from './mail-addresses.ts'
import { slackAddress } from './slack-address.ts'
import { teamsAddress } from './teams-address.ts'
import { channelAddress as words } from './words.ts'

/** An address as it is kept, and what whoever gave it should know of it. */
export interface ReadAddress {
  readonly address: string
  readonly note: Words | null
}

const MOST = 2048

/** Reads what somebody gave as the address of a channel; Refused('invalid') with the reason where it is none. */
export function readAddress(kind: TargetKind, text: string): ReadAddress {
  const given = text.trim()
  if (given === '') throw refused(words('empty'))
  if (given.length > MOST) throw refused(words('long', { length: given.length, most: MOST }))
  const read = kind === 'mail' ? mailAddresses(given) : ofUrl(kind, webUrl(given))
  if (!('address' in read)) throw refused(read)
  return read
}

function ofUrl(kind: Exclude<TargetKind, 'mail'>, url: URL): ReadAddress | Words {
  if (kind === 'slack') return slackAddress(url)
  return kind === 'teams' ? teamsAddress(url) : { address: url.href, note: null }
}

function webUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || /[\s\p{Cc}]/u.test(text) || !url.hostname) throw refused(words('noAddress'))
  if (url.username || url.password) throw refused(words('userinfo', { host: plain(url.host, 100) }))
  // Whoever runs this Ripen may allow http to one of his own machines: only the way out knows.
  if (!/^https?:$/.test(url.protocol)) throw refused(words('https', { protocol: `${plain(url.protocol, 20)}//` }))
  url.hash = ''
  return url
}

function refused(why: Words): Refused {
  return new Refused('invalid', why, { field: 'address' })
}
