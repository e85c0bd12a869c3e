import { halved } from '../fade.ts'
import { atRule, type Smell } from './finding.ts'
import { smell } from './words.ts'

const DAY_MS = 86_400_000

/** Points that expire before they have halved once: most of them vanish at once. */
export const halvesAfterExpiry: Smell = {
  name: 'halves_after_expiry',
  *find({ rules }) {
    for (const placed of rules) {
      const { id, points, expiresDays: expires, halfLifeDays: halfLife } = placed.rule
      if (placed.rule.kind === 'inactive' || expires === undefined || halfLife === undefined || halfLife < expires)
        continue
      const left = halved(points, halfLife, expires * DAY_MS)
      yield atRule(
        placed,
        'warning',
        smell('halvesAfterExpiry', { rule: id, points, halfLife, expires, left }),
        'halfLifeDays',
      )
    }
  },
}
