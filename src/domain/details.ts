import type { History } from './history.ts'

export type Doubt = 'disposable_address' | 'bounced_address' | 'name_without_letters'

/** What makes the details that a person gave doubtful; empty: they look real. */
export function detailDoubts(history: History): Doubt[] {
  const doubts: Doubt[] = []
  if (isDisposable(history)) doubts.push('disposable_address')
  if (history.of('email.bounced').length > 0) doubts.push('bounced_address')
  const { firstName, lastName } = history.profile
  if ((firstName || lastName) && !hasLetter(firstName) && !hasLetter(lastName)) doubts.push('name_without_letters')
  return doubts
}

function hasLetter(text = ''): boolean {
  return /\p{L}/u.test(text)
}

function isDisposable({ domains, model }: History): boolean {
  return domains.some((domain) => model.disposableMailboxes.has(domain))
}
