import type { Fact, FactOf } from './fact.ts'
import type { Webinar } from './webinar.ts'

type Decision =
  | FactOf<'person.registered'>
  | FactOf<'person.registration_approved'>
  | FactOf<'person.registration_denied'>
  | FactOf<'person.registration_cancelled'>

export type RegistrationState = 'none' | 'pending' | 'approved' | 'denied' | 'cancelled'

/**
 * One person's registration for one webinar. A report file repeats what the platform said at the time, so its rows
 * count only where no other source has the registration. What comes later than the webinar's end is no registration.
 */
export class Registration {
  /** The fact since which the person is (or last was) registered. */
  readonly since: Decision | null
  private readonly decisions: readonly Decision[]

  constructor(facts: readonly Fact[], webinar: Webinar) {
    const end = webinar.endsAt ?? Infinity
    const inTime: Decision[] = []
    let [exact, reported] = [false, false]
    for (const fact of facts) {
      if (!isDecision(fact) || (fact.time > end && isSignUp(fact))) continue
      inTime.push(fact)
      if (fromReport(fact)) reported = true
      else if (stateAfter(fact) === 'approved') exact = true
    }
    this.decisions = exact && reported ? inTime.filter((fact) => !fromReport(fact)) : inTime
    this.since = sinceOf(this.decisions)
  }

  /** The state at a moment. */
  at(time: number): RegistrationState {
    let state: RegistrationState = 'none'
    for (const fact of this.decisions) {
      if (fact.time > time) break
      state = stateAfter(fact)
    }
    return state
  }

  /** Moments at which the state changed to denied or cancelled. */
  get lifts(): readonly Decision[] {
    return this.decisions.filter((fact) => ['denied', 'cancelled'].includes(stateAfter(fact)))
  }

  /** Moments at which anything was decided. */
  get turns(): number[] {
    return this.decisions.map(({ time }) => time)
  }

  /** The forms that were sent. */
  get forms(): FactOf<'person.registered'>[] {
    return this.decisions.filter((fact) => fact.type === 'person.registered')
  }

  /** What was typed into the form, where something was. */
  get question(): FactOf<'person.registered'> | null {
    return this.forms.find(({ data }) => data.question) ?? null
  }
}

function sinceOf(decisions: readonly Decision[]): Decision | null {
  let since: Decision | null = null
  let state: RegistrationState = 'none'
  for (const fact of decisions) {
    const after = stateAfter(fact)
    if (after === 'approved' && state !== 'approved') since = fact
    state = after
  }
  return since
}

/** Whether a fact says something about a registration. */
export function isDecision(fact: Fact): fact is Decision {
  switch (fact.type) {
    case 'person.registered':
    case 'person.registration_approved':
    case 'person.registration_denied':
    case 'person.registration_cancelled':
      return true
    default:
      return false
  }
}

function isSignUp(fact: Decision): boolean {
  return fact.type === 'person.registered' || fact.type === 'person.registration_approved'
}

function fromReport(fact: Decision): boolean {
  return fact.type === 'person.registered' && fact.data.evidence === 'report'
}

function stateAfter(fact: Decision): RegistrationState {
  switch (fact.type) {
    case 'person.registered':
      return fact.data.status
    case 'person.registration_approved':
      return 'approved'
    case 'person.registration_denied':
      return 'denied'
    case 'person.registration_cancelled':
      return 'cancelled'
  }
}
