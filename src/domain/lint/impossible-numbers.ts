import { atPath, atRule, ofKind, type Smell } from './finding.ts'
import { smell } from './words.ts'

/** Numbers that cannot come together. */
export const impossibleNumbers: Smell = {
  name: 'impossible_numbers',
  *find(subject) {
    for (const placed of ofKind(subject, 'bounced'))
      if (placed.rule.underSeconds === 0)
        yield atRule(placed, 'error', smell('neverSoShort', { rule: placed.rule.id }), 'underSeconds')
    for (const placed of ofKind(subject, 'pace')) {
      const { days, hours } = placed.rule
      if (days > mostDays(hours))
        yield atRule(placed, 'error', smell('tooManyDays', { days, hours, most: mostDays(hours) }), 'days')
    }
    const { hours, surgeDays } = subject.model.velocity
    const most = mostDays(hours)
    if (surgeDays > most)
      yield atPath('velocity.surgeDays', 'error', smell('tooManyDays', { days: surgeDays, hours, most }))
  },
}

/** How many days of the calendar a stretch of hours can touch: the shortest day has 23. */
function mostDays(hours: number): number {
  return Math.floor(hours / 23) + 2
}
