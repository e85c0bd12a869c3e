import { largest } from './amounts.ts'
import { atRule, type Smell } from './finding.ts'
import { smell } from './words.ts'

/** A cap that is smaller than one of its rules' points. */
export const capTooSmall: Smell = {
  name: 'cap_too_small',
  *find({ model, rules }) {
    for (const placed of rules) {
      const { id, cap, group } = placed.rule
      const points = largest(placed.rule, model)
      if (cap && cap.points < points)
        yield atRule(placed, 'warning', smell('capTooSmall', { rule: id, points, cap: cap.points }), 'cap.points')
      const shared = group === undefined ? undefined : model.groups[group]
      if (shared && shared.points < points)
        yield atRule(
          placed,
          'warning',
          smell('groupCapTooSmall', { rule: id, points, group: group!, cap: shared.points }),
          'group',
        )
    }
  },
}
