import { Refused } from '../domain/refusal.ts'
import type { Words } from '../domain/words.ts'
import { door } from './words.ts'

/** How Ripen is reached from outside. */
export interface Outside {
  /** The public address, as an origin; null where nobody has named one. */
  url: string | null
  /** Whether what the proxy says of scheme, host and address of a caller is believed. */
  trustProxy: boolean
}

/** What the host knows of the other end of a connection. */
export interface Peer {
  remoteAddress?: string | undefined
}

/** Where a request came to. */
export interface Place {
  origin: string
  secure: boolean
  port: string
  /** Why nobody may sign in here, and what to do; null where they may. */
  refusal: Words | null
}

const localNames = ['localhost', '127.0.0.1', '[::1]']

/** A password may travel over https, and over plain http within one machine. */
export function placeOf(request: Request, { trustProxy }: Outside): Place {
  const told = (name: string) => (trustProxy ? firstOf(request.headers.get(name)) : undefined)
  const url = new URL(request.url)
  const address = `${isSecure(request, trustProxy) ? 'https' : 'http'}://${told('x-forwarded-host') ?? url.host}`
  if (!URL.canParse(address)) throw new Refused('invalid', `"${address}" is no address.`)
  const { origin, hostname, port, protocol } = new URL(address)
  const secure = protocol === 'https:'
  const refusal = secure || localNames.includes(hostname) ? null : refusalOf(request, origin, trustProxy)
  return { origin, secure, port: port || (secure ? '443' : '80'), refusal }
}

/** Whether the request came over https, as far as Ripen can know. */
export function isSecure(request: Request, trustProxy: boolean): boolean {
  return isToldSecure(request.headers.get('x-forwarded-proto'), trustProxy) ?? request.url.startsWith('https:')
}

/** The same by what a proxy says in X-Forwarded-Proto; undefined where nobody says it, or none is believed. */
export function isToldSecure(proto: string | null | undefined, trustProxy: boolean): boolean | undefined {
  const told = trustProxy ? firstOf(proto) : undefined
  return told === undefined ? undefined : told.toLowerCase() === 'https'
}

/** Refused `forbidden` where a password would be readable on its way. */
export function refuseInsecure(request: Request, place: Place): void {
  if (place.refusal) throw new Refused('forbidden', place.refusal, { state: 'insecure' })
  const page = request.headers.get('origin')
  if (place.secure || !page || !URL.canParse(page) || localNames.includes(new URL(page).hostname)) return
  throw new Refused('forbidden', refusalBehind(page), { state: 'insecure' })
}

/** The address of the caller, for counting only. Of a chain of proxies the last one is believed. */
export function callerAddress(request: Request, peer: Peer | undefined, trustProxy: boolean): string {
  const told = trustProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return told || (peer?.remoteAddress ?? 'unknown')
}

function firstOf(list: string | null | undefined): string | undefined {
  return list?.split(',')[0]?.trim() || undefined
}

function refusalOf(request: Request, origin: string, trustProxy: boolean): Words {
  if (!trustProxy && firstOf(request.headers.get('x-forwarded-proto')) === 'https') return refusalBehind(origin)
  return door('plainHttp', { origin })
}

function refusalBehind(page: string): Words {
  return door('untoldProxy', { page })
}
