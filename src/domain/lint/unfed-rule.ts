import { feedsOf } from './feeds.ts'
import { atRule, type Smell } from './finding.ts'
import { smell } from './words.ts'

/** A rule for which no connected source brings anything, and nothing has come by any other way. */
export const unfedRule: Smell = {
  name: 'unfed_rule',
  *find({ rules, surroundings }) {
    // Before anything is connected every rule waits, and that goes without saying.
    if (!surroundings || (surroundings.sources.length === 0 && surroundings.arrived.length === 0)) return
    const { sources, arrived, looked } = surroundings
    const comes = new Set([...arrived, ...sources.flatMap(({ brings }) => brings)])
    for (const placed of rules) {
      const feeds = feedsOf(placed.rule)
      if (feeds === null || feeds.some((type) => comes.has(type))) continue
      yield atRule(placed, 'hint', smell('unfedRule', { rule: placed.rule.id, types: feeds.join(', '), looked }))
    }
  },
}
