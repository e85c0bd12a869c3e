import { canonicalFacts } from '../../domain/fact.ts'
import { profileOf } from '../../domain/profile.ts'
import type { AskedMoment } from '../asked-moment.ts'

/** What of somebody's profile only a file says; all as they said it themselves. */
export interface Contact {
  firstName: string | null
  lastName: string | null
  phone: string | null
  country: string | null
}

/** A handful of people's, in the order asked, as of the moment of the file. */
export function contactsOf({ known, asOf }: AskedMoment, people: readonly number[]): Contact[] {
  return known.peopleFacts(people).map(({ facts, fault }) => {
    if (fault !== null) throw fault
    const profile = profileOf(canonicalFacts(facts.filter(({ time }) => time <= asOf)))
    const { firstName = null, lastName = null, phone = null, country = null } = profile
    return { firstName, lastName, phone, country }
  })
}
