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
  private readonly decisions: readonly Decision[]

  constructor(facts: readonly Fact[], webinar: Webinar) {
    const end = webinar.endsAt ?? Infinity
    const inTime = facts.filter(isDecision).filter((fact) => !isSignUp(fact) || fact.time <= end)
    const exact = inTime.some((fact) => stateAfter(fact) === 'approved' && !fromReport(fact))
    this.decisions = exact ? inTime.filter((fact) => !fromReport(fact)) : inTime
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

  /** The fact since which the person is (or last was) registered. */
  get since(): Decision | null {
    let since: Decision | null = null
    let state: RegistrationState = 'none'
    for (const fact of this.decisions) {
      const after = stateAfter(fact)
      if (after === 'approved' && state !== 'approved') since = fact
      state = after
    }
    return since
  }

  /** Moments at which the state changed to denied or cancelled. */
  get lifts(): readonly Decision[] {
    return this.decisions.filter((fact) => ['denied', 'cancelled'].includes(stateAfter(fact)))
  }

  /** Moments at which anything was decided. */
  get turns(): number[] {
    return this.decisions.map(({ time }) => time)
  }

  /** What was typed into the form, where something was. */
  get question(): FactOf<'person.registered'> | null {
    const asked = this.decisions.find((fact) => fact.type === 'person.registered' && fact.data.question)
    return (asked as FactOf<'person.registered'> | undefined) ?? null
  }
}

/** Whether a fact says something about a registration. */
export function isDecision(fact: Fact): fact is Decision {
  return fact.type === 'person.registered' || fact.type.startsWith('person.registration_')
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
