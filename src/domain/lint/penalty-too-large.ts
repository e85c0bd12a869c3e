import { hotFrom } from './amounts.ts'
import { atRule, type Smell } from './finding.ts'
import { smell } from './words.ts'

/** One penalty that takes more than it takes to be hot. */
export const penaltyTooLarge: Smell = {
  name: 'penalty_too_large',
  *find({ model, rules }) {
    const hot = hotFrom(model)
    if (hot === null || hot <= 0) return
    for (const placed of rules) {
      const { id, points } = placed.rule
      if (-points > hot)
        yield atRule(placed, 'warning', smell('penaltyTooLarge', { rule: id, points: -points, hot }), 'points')
    }
  },
}
