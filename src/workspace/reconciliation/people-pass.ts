import { addressesOf, isAtDomain } from '../../domain/address.ts'
import type { CompiledModel } from '../../domain/compile.ts'
import { beginOf, canonicalFacts, type Fact } from '../../domain/fact.ts'
import { Involvement } from '../../domain/involvement.ts'
import { profileOf, roomNameOf } from '../../domain/profile.ts'
import { Candidates } from '../../domain/reconciliation/candidates.ts'
import { compared } from '../../domain/reconciliation/compared.ts'
import { comparedName, isPhoneNumber } from '../../domain/reconciliation/names.ts'
import type { Webinar } from '../../domain/webinar.ts'
import { stateOf } from '../../domain/webinar-state.ts'
import type { NumberedPersonFacts } from '../person-facts.ts'

/** Seconds of one attendee by each source; `difference`: that only one of the two sources has. */
export interface ComparedPerson {
  readonly person: number
  readonly webhooks: number
  readonly report: number
  readonly together: number
  difference: number
}

/** Somebody who is not counted as an attendee, and why; `person` null: nobody's key tells who. */
export interface StaffMember {
  readonly person: number | null
  readonly name: string | null
  readonly why: 'host' | 'panelist' | 'partner_domain' | 'staff_domain'
  readonly attended: boolean
}

/** Somebody who came by telephone; `person` null: nobody knows whose it is. */
export interface DialIn {
  readonly person: number | null
  readonly name: string | null
  readonly connection: string
}

/** Gathers what a webinar's people are, one after the other. Numbers of people, so that it stays small. */
export class PeoplePass {
  readonly model: CompiledModel
  readonly webinar: Webinar
  readonly asOf: number
  readonly candidates = new Candidates()
  readonly people: ComparedPerson[] = []
  readonly staff: StaffMember[] = []
  readonly dialIns: DialIn[] = []
  /** People by the name they have, as it is compared. */
  readonly byName = new Map<string, number[]>()
  readonly seen = new Set<number>()
  readonly counts = { registered: 0, attended: 0, matched: 0, noShows: 0, lost: 0, missing: 0 }
  /** Whether anything came of the sources at all, and whether a report prints seconds. */
  readonly has = { webhooks: false, report: false, seconds: false }
  readonly #ended: boolean

  constructor(model: CompiledModel, webinar: Webinar, asOf: number) {
    this.model = model
    this.webinar = webinar
    this.asOf = asOf
    this.#ended = stateOf(webinar, asOf) === 'ended'
  }

  take({ person, facts: given }: Pick<NumberedPersonFacts, 'person' | 'facts'>): void {
    const facts = canonicalFacts(given).filter((fact) => beginOf(fact) <= this.asOf)
    const own = facts.filter(({ webinar }) => webinar === this.webinar.id)
    if (own.length === 0) return
    this.seen.add(person)
    const addresses = addressesOf(facts)
    const name = nameOf(facts)
    const involvement = new Involvement(this.model, this.webinar, own)
    const { attended } = involvement
    const { staffDomains } = this.model
    const isOurs = [...addresses.keys()].some((address) => isAtDomain(address, staffDomains))
    const why = isOurs ? 'staff_domain' : involvement.whyStaff(addresses)
    this.noteSources(own)
    if (why) {
      this.staff.push({ person, name, why, attended })
      return
    }
    const shown = own.map(shownName).filter((each) => each !== undefined)
    const names = new Set([...(name === null ? [] : [name]), ...shown])
    const { phone } = profileOf(facts)
    this.candidates.add(person, { names, addresses: addresses.keys(), phone, isThere: attended })
    this.#count(person, involvement, own)
    if (involvement.registeredAt(this.asOf) || attended) this.#noteName(person, name)
  }

  /** Which sources there are, by facts of anybody. */
  noteSources(facts: readonly Fact[]): void {
    for (const fact of facts) {
      if (fact.type === 'webinar.joined' || fact.type === 'webinar.left') this.has.webhooks = true
      if (fact.type !== 'webinar.attended' || fact.data.evidence !== 'report') continue
      this.has.report = true
      if (fact.data.joinedAt % 60_000 !== 0 || fact.data.leftAt % 60_000 !== 0) this.has.seconds = true
    }
  }

  #count(person: number, involvement: Involvement, own: readonly Fact[]): void {
    const { counts } = this
    const registered = involvement.registeredAt(this.asOf)
    if (registered) counts.registered++
    if (!involvement.attended) {
      if (registered && this.#ended) counts.noShows++
      return
    }
    counts.attended++
    if (registered) counts.matched++
    const { webhookSeconds, reportSeconds, togetherSeconds, differenceSeconds, ...more } = compared(
      own,
      this.webinar,
      this.asOf,
    )
    counts.lost += more.lost
    counts.missing += more.missing
    this.people.push({
      person,
      webhooks: webhookSeconds,
      report: reportSeconds,
      together: togetherSeconds,
      difference: differenceSeconds,
    })
    // Webhooks and the report tell of the same telephone.
    const phones = new Map(own.filter(isByPhone).map((fact) => [shownName(fact) ?? null, fact.connection ?? fact.id]))
    for (const [name, connection] of phones) this.dialIns.push({ person, name, connection })
  }

  #noteName(person: number, name: string | null): void {
    const plain = name === null || isPhoneNumber(name) ? '' : comparedName(name).plain
    if (!plain) return
    const known = this.byName.get(plain)
    if (known) known.push(person)
    else this.byName.set(plain, [person])
  }
}

/** The name by which somebody is listed: the given one, else the one last shown in a room. */
function nameOf(facts: readonly Fact[]): string | null {
  const { firstName, lastName } = profileOf(facts)
  return [firstName, lastName].filter(Boolean).join(' ') || roomNameOf(facts)
}

/** The name under which somebody came into a room. */
export function shownName({ type, data }: Fact): string | undefined {
  if (type === 'webinar.joined' || type === 'webinar.left' || type === 'webinar.attended') return data.name || undefined
  return undefined
}

/** Whether somebody came by telephone: the platform says so, or the name is a number. */
export function isByPhone(fact: Fact): boolean {
  if (fact.type === 'webinar.joined' && fact.data.phone) return true
  return isPhoneNumber(shownName(fact) ?? '')
}
