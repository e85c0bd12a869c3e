import { isAtDomain } from './address.ts'
import { Attendance } from './attendance.ts'
import type { CompiledModel } from './compile.ts'
import type { Fact } from './fact.ts'
import { Registration } from './registration.ts'
import { type Stay, staysOf } from './stay.ts'
import type { Webinar } from './webinar.ts'

/** One person in one webinar: what the facts that name it say together. */
export class Involvement {
  readonly webinar: Webinar
  readonly facts: readonly Fact[]
  readonly registration: Registration
  readonly stays: readonly Stay[]
  readonly attendance: Attendance
  /** First moment of being seen, live or on replay; may lie ahead; null: never. */
  readonly seenAt: number | null
  /** In the room at any time, even if only outside the live time. */
  readonly attended: boolean

  constructor(model: CompiledModel, webinar: Webinar, facts: readonly Fact[]) {
    this.webinar = webinar
    this.facts = facts
    this.registration = new Registration(facts, webinar)
    this.stays = staysOf(facts)
    const replays = facts.filter((fact) => fact.type === 'replay.watched')
    this.attended = facts.some(isPresence)
    this.attendance = new Attendance(webinar, this.stays, replays, model.model.replayLengthTolerance)
    this.seenAt = this.attendance.reached({ ms: 1 })
  }

  registeredAt(time: number): boolean {
    return this.registration.at(time) === 'approved'
  }

  tookPartBy(time: number): boolean {
    return this.seenAt !== null && this.seenAt <= time
  }

  /** Host, panelist listed before the start, or of the partner's own domain; a promoted attendee is none of them. */
  isStaff(addresses: ReadonlyMap<string, unknown>): boolean {
    return this.whyStaff(addresses) !== null
  }

  /** Why somebody is not counted as an attendee of this webinar; null: they are. */
  whyStaff(addresses: ReadonlyMap<string, unknown>): 'host' | 'panelist' | 'partner_domain' | null {
    const change = this.facts.find((fact) => fact.type === 'webinar.role_changed')
    const promotedAt = change?.data.from === 'attendee' ? change.time : Infinity
    const staffed = this.facts.find(
      (fact) => fact.type === 'webinar.staffed' && (fact.data.role === 'host' || fact.time < promotedAt),
    )
    if (staffed?.type === 'webinar.staffed') return staffed.data.role
    const domains = this.webinar.partner?.domains ?? []
    const isPartner = domains.length > 0 && [...addresses.keys()].some((address) => isAtDomain(address, domains))
    return isPartner ? 'partner_domain' : null
  }
}

function isPresence({ type }: Fact): boolean {
  return type === 'webinar.joined' || type === 'webinar.left' || type === 'webinar.attended'
}
