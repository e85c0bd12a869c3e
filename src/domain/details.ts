import { domainOf } from './address.ts'
import type { History } from './history.ts'
import { profileOf } from './profile.ts'

export type Doubt = 'disposable_address' | 'bounced_address' | 'name_without_letters'

/** What makes the details that a person gave doubtful; empty: they look real. */
export function detailDoubts(history: History): Doubt[] {
  const doubts: Doubt[] = []
  const { disposableMailboxes } = history.model
  if ([...history.addresses.keys()].some((address) => disposableMailboxes.has(domainOf(address)))) {
    doubts.push('disposable_address')
  }
  if (history.of('email.bounced').length > 0) doubts.push('bounced_address')
  const { firstName, lastName } = profileOf(history.facts)
  const name = `${firstName ?? ''}${lastName ?? ''}`
  if (name && !/\p{L}/u.test(name)) doubts.push('name_without_letters')
  return doubts
}
