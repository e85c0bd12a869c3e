import { lookup, Resolver } from 'node:dns/promises'
import { networkInterfaces } from 'node:os'
import ipaddr from 'ipaddr.js'
import { wayOut } from '../../channels/way-out-words.ts'
import { NoAnswer } from '../../channels/ways-out.ts'
import { isLiteral, type Place } from '../outbound.ts'

export interface Resolved {
  address: string
  family: 4 | 6
}

/** The addresses of a name. `isAllowed`: it may be one that only this machine knows. */
export type Lookup = (host: string, isAllowed: boolean) => Promise<readonly Resolved[]>

/**
 * Public names are asked of the name server itself: the system's own lookup has four threads, which slow names would
 * hold and signing in needs too.
 */
export const lookupByName: Lookup = async (host, isAllowed) => {
  if (isAllowed) return (await lookup(host, { all: true })) as Resolved[]
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  const asked = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  const found = asked.flatMap((each, index): Resolved[] => {
    const family = index === 0 ? 4 : 6
    return each.status === 'fulfilled' ? each.value.map((address) => ({ address, family })) : []
  })
  if (found.length === 0) throw (asked[0] as PromiseRejectedResult).reason
  return found
}

/** Where a place is, looked up once: every address must be public. Throws `NoAnswer` where one is not or there is none. */
export async function resolve({ host, isAllowed }: Place, lookup: Lookup): Promise<readonly Resolved[]> {
  const found = isLiteral(host) ? [literal(host)] : await lookedUp(host, isAllowed, lookup)
  const own = isAllowed ? [] : ownAddresses()
  for (const { address } of isAllowed ? [] : found) {
    if (!isPublic(address)) throw new NoAnswer(wayOut('private', { host, address }), true)
    if (own.includes(address)) throw new NoAnswer(wayOut('private', { host, address }), true)
  }
  return found
}

async function lookedUp(host: string, isAllowed: boolean, lookup: Lookup): Promise<readonly Resolved[]> {
  const found = await lookup(host, isAllowed).catch((error: NodeJS.ErrnoException) => {
    const isNone = ['ENOTFOUND', 'ENODATA', 'EBADNAME'].includes(error.code ?? '')
    throw new NoAnswer(wayOut(isNone ? 'noName' : 'lookup', { host }), false)
  })
  if (found.length === 0) throw new NoAnswer(wayOut('noName', { host }), false)
  return found
}

/** Global unicast and nothing that carries another address within it. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  // Of IPv6 only 2000::/3 is given out; the rest, such as ::a.b.c.d, is of the past or of nobody.
  return parsed.kind() === 'ipv4' || (parsed.toByteArray()[0]! & 0xe0) === 0x20
}

function literal(host: string): Resolved {
  return { address: host, family: host.includes(':') ? 6 : 4 }
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address))
}
