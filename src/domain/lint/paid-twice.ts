import { atRule, pairs, type Smell } from './finding.ts'
import { isSameAct } from './same-act.ts'
import { smell } from './words.ts'

/** Two rules that one fact earns. A rule that is a narrower form of another is an extra on top, which may be meant so. */
export const paidTwice: Smell = {
  name: 'paid_twice',
  *find({ model, rules }) {
    for (const [first, second] of pairs(rules)) {
      const [a, b] = [first.rule, second.rule]
      if (a.points === 0 || b.points === 0 || a.points > 0 !== b.points > 0) continue
      const same = isSameAct(a, b, model)
      if (!same) continue
      const params = { rule: b.id, points: b.points, other: a.id, otherPoints: a.points, sum: a.points + b.points }
      yield same === 'same'
        ? atRule(second, 'warning', smell('paidTwice', params))
        : atRule(second, 'hint', smell('paidOnTop', params))
    }
  },
}
