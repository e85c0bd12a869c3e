import { areAlike, type ComparedName, comparedName, isPhoneNumber, localPart, localPartsOf } from './names.ts'

/** Why somebody may be behind an unidentified connection. */
export type Because = 'same_name' | 'phone' | 'alike' | 'address'

export interface Candidate {
  readonly person: number
  readonly because: Because
  /** Was in the room already, by another connection. */
  readonly isThere: boolean
}

/** What is known of somebody by which they may be found. */
export interface Described {
  names: Iterable<string>
  addresses: Iterable<string>
  phone?: string | undefined
  /** In the room already, by another connection. */
  isThere: boolean
}

interface Known {
  person: number
  names: ComparedName[]
  isThere: boolean
}

/** So many people with a word of a name are looked at for one that is alike. */
const mostLookedAt = 200

/** Everybody of a webinar by name and address, to find who may be behind a connection. Suggests, never decides. */
export class Candidates {
  readonly #byName = new Map<string, Known[]>()
  readonly #byWord = new Map<string, Known[]>()
  readonly #byAddress = new Map<string, Known[]>()
  readonly #byPhone = new Map<string, Known[]>()

  /** Somebody by all names and addresses that are known of them. */
  add(person: number, { names, addresses, phone, isThere }: Described): void {
    const known: Known = { person, names: [...names].map(comparedName), isThere }
    for (const plain of new Set(known.names.map(({ plain }) => plain))) if (plain) addTo(this.#byName, plain, known)
    for (const word of new Set(known.names.flatMap(({ words }) => words))) addTo(this.#byWord, word, known)
    for (const part of new Set([...addresses].map(localPart))) if (part) addTo(this.#byAddress, part, known)
    if (phone) addTo(this.#byPhone, lastDigits(phone), known)
  }

  /** Who may be behind a name, the best first: by a telephone's number, the very name, else one like it, the address. */
  of(name: string): Candidate[] {
    const asked = comparedName(name.replace(/@.*$/, ''))
    const found = new Map<Known, Because>()
    const take = (known: readonly Known[], because: Because) => {
      for (const each of known) if (!found.has(each)) found.set(each, because)
    }
    if (isPhoneNumber(name)) take(this.#byPhone.get(lastDigits(name)) ?? [], 'phone')
    take(this.#byName.get(asked.plain) ?? [], 'same_name')
    if (found.size === 0) take(this.#alike(asked), 'alike')
    const parts = name.includes('@') ? [localPart(name)] : localPartsOf(asked)
    for (const part of parts) take(this.#byAddress.get(part) ?? [], 'address')
    return [...found].map(([{ person, isThere }, because]) => ({ person, because, isThere }))
  }

  #alike(asked: ComparedName): Known[] {
    const known = [...new Set(asked.words)].map((word) => this.#byWord.get(word) ?? [])
    const near = known.filter(({ length }) => length <= mostLookedAt).flat()
    return [...new Set(near)].filter(({ names }) => names.some((name) => areAlike(asked, name)))
  }
}

/** A number without the code of its country: as a platform and as a form give it. */
function lastDigits(phone: string): string {
  return phone.replace(/[^\d*x]/g, '').slice(-9)
}

function addTo(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key)
  if (list) list.push(known)
  else map.set(key, [known])
}
