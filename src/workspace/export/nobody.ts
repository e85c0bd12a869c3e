import { Refused } from '../../domain/refusal.ts'
import type { Excluded } from './excluded.ts'
import type { LeftOut } from './people.ts'

/** Why a file would be empty, by filter and by what is left out of itself, as a refusal with `conflict`. */
export function nobody(
  { people, filters }: { people: number | null; filters: readonly Excluded[] },
  { wantNoMail, withoutEmail }: LeftOut,
): Refused {
  const reasons = filters.map(({ filter, value, people }) => `${filter}=${value} leaves out ${people ?? 'some'}`)
  if (wantNoMail > 0) reasons.push(`${wantNoMail} of those who match want no mail (unsubscribed=true takes them in)`)
  if (withoutEmail > 0) reasons.push(`${withoutEmail} of those who match have no e-mail address`)
  const why =
    people === 0
      ? 'Nobody is in the ranking of this webinar yet.'
      : `Of ${people ?? 'all'} people: ${reasons.join('; ')}.`
  return new Refused('conflict', `This file would be empty. ${why}`, {
    title: 'Nobody to export',
    people,
    filters,
    wantNoMail,
    withoutEmail,
  })
}
