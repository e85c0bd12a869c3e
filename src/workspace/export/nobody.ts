import { Refused } from '../../domain/refusal.ts'
import type { Excluded } from './excluded.ts'
import type { LeftOut } from './file.ts'

/**
 * Why a file would be empty, by filter and by what is left out of itself, as a refusal with `conflict`. `nobodyYet` says
 * where there is nobody without any filter either.
 */
export function nobody(
  { people, filters }: { people: number | null; filters: readonly Excluded[] },
  { wantNoMail, withoutEmail }: LeftOut,
  nobodyYet: string,
): Refused {
  const reasons = filters.map(({ filter, value, people }) => `${filter}=${value} leaves out ${people ?? 'some'}`)
  if (wantNoMail > 0) reasons.push(`${wantNoMail} of those who match want no mail (unsubscribed=true takes them in)`)
  if (withoutEmail > 0) reasons.push(`${withoutEmail} of those who match have no e-mail address`)
  const why = people === 0 ? nobodyYet : `Of ${people ?? 'all'} people: ${reasons.join('; ')}.`
  return new Refused('conflict', `This file would be empty. ${why}`, {
    title: 'Nobody to export',
    people,
    filters,
    wantNoMail,
    withoutEmail,
  })
}
