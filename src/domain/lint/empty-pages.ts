import type { Words } from '../words.ts'
import { conditionsOf } from './amounts.ts'
import { atPath, atRule, type Smell, type Subject } from './finding.ts'
import { leavesOf } from './possible.ts'
import { smell } from './words.ts'

/** A page group without paths. */
export const emptyPages: Smell = {
  name: 'empty_pages',
  *find({ model, rules }) {
    for (const placed of rules) {
      const { rule } = placed
      const asked =
        rule.kind === 'site_activity' ? rule.visits.pageGroup : 'pageGroup' in rule ? rule.pageGroup : undefined
      const words = asked === undefined ? null : wrong(asked, model)
      if (words) yield atRule(placed, 'error', words, rule.kind === 'site_activity' ? 'visits.pageGroup' : 'pageGroup')
    }
    for (const { path, condition } of conditionsOf(model))
      for (const leaf of leavesOf(condition)) {
        const asked = 'visits' in leaf ? leaf.visits.pageGroup : undefined
        const words = asked === undefined ? null : wrong(asked, model)
        if (words) yield atPath(path, 'error', words)
      }
  },
}

function wrong(group: string, { pageGroups }: Subject['model']): Words | null {
  return pageGroups[group]?.length === 0 ? smell('emptyPages', { group }) : null
}
