import { normaliseEmail } from './address.ts'
import type { PersonName, Statement } from './statement.ts'

/**
 * A person's keys as text: `r:<platform>:<registrant id>`, `e:<normalised e-mail>`, `u:<platform>:<user id>`,
 * `p:<digits>`, `v:<visitor id>`. Never a name. `s:<stay in hex>`: somebody said whose a stay is; no statement names it.
 */
export type PersonKey = string

/** Which key decides whose a fact is. */
const authority = 'reupvs'
/** Which key gives a human the id. */
const canonical = 'erupvs'

const ties = new Set([
  'person.registered',
  'person.registration_approved',
  'person.registration_denied',
  'person.registration_cancelled',
])

/** All keys that a name holds, the deciding one first; none: an unidentified person. */
export function keysOf(name: PersonName | undefined): PersonKey[] {
  if (!name) return []
  const platform = name.platform ?? ''
  const keys: PersonKey[] = []
  if (name.registrantId) keys.push(`r:${platform}:${name.registrantId}`)
  const email = name.email && normaliseEmail(name.email)
  if (email) keys.push(`e:${email}`)
  if (name.userId) keys.push(`u:${platform}:${name.userId}`)
  const phone = name.phone && phoneOf(name.phone)
  if (phone) keys.push(`p:${phone}`)
  if (name.visitorId) keys.push(`v:${name.visitorId}`)
  return keys
}

/** The two keys that a statement says are one human; lower keys of other statements never link. */
export function tieOf({ type, person }: Statement): [PersonKey, PersonKey] | null {
  if (!ties.has(type) || !person?.registrantId || !person.email) return null
  const [registrant, email] = keysOf(person)
  return email?.startsWith('e:') ? [registrant!, email] : null
}

/** Of keys that name one stay in a room: the one that decides for all of it, whichever came first. */
export function decidingOf(a: PersonKey, b: PersonKey): PersonKey {
  return before(authority, a, b) ? a : b
}

/** Of keys of one human: the one whose hash is the person's id. */
export function canonicalOf(a: PersonKey, b: PersonKey): PersonKey {
  return before(canonical, a, b) ? a : b
}

/** The name that has this key and no other; of the key of a stay an empty one, for nobody is called so. */
export function nameOfKey(key: PersonKey): PersonName {
  const [kind, rest] = [key.slice(0, 1), key.slice(2)]
  if (kind === 's') return {}
  if (kind === 'e') return { email: rest }
  if (kind === 'p') return { phone: rest }
  if (kind === 'v') return { visitorId: rest }
  const end = rest.indexOf(':')
  const [platform, id] = [rest.slice(0, end), rest.slice(end + 1)]
  return kind === 'r' ? { platform, registrantId: id } : { platform, userId: id }
}

export function emailOf(key: PersonKey): string | undefined {
  return key.startsWith('e:') ? key.slice(2) : undefined
}

/** The key of a stay of which somebody said whose it is; any other key of the stay wins over it. */
export function stayKey(stay: string): PersonKey {
  return `s:${stay}`
}

export function isStayKey(key: PersonKey): boolean {
  return key.startsWith('s:')
}

function before(order: string, a: PersonKey, b: PersonKey): boolean {
  const ranks = order.indexOf(a[0]!) - order.indexOf(b[0]!)
  return ranks !== 0 ? ranks < 0 : a <= b
}

/** Digits with the + before them, if one was given. */
function phoneOf(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits && phone.trim().startsWith('+') ? `+${digits}` : digits
}
