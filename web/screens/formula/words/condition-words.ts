import type { AttributeTest, Condition, VisitsTest } from '../../../../src/domain/condition-schema.ts'
import type { Say } from './say.ts'

/** A condition on a person in words; also the smaller one of whom a rule is for. */
export function conditionWords(say: Say, condition: Condition): string {
  if ('all' in condition) return say.and(condition.all.map((part) => nested(say, part)))
  if ('any' in condition) return say.or(condition.any.map((part) => nested(say, part)))
  if ('not' in condition) return say.t('who.not', { what: nested(say, condition.not) })
  if ('score' in condition) return say.t('who.score', { score: say.number(condition.score) })
  if ('grade' in condition) return say.t('who.grade', { grade: condition.grade })
  if ('paid' in condition) return say.t('who.paid', { rule: say.rule(condition.paid) })
  if ('visits' in condition) return visitsWords(say, condition.visits)
  return attributeWords(say, condition)
}

function nested(say: Say, condition: Condition): string {
  const words = conditionWords(say, condition)
  return 'all' in condition || 'any' in condition ? say.t('who.all', { list: words }) : words
}

function attributeWords(say: Say, { attribute: name, oneOf, contains, min, max }: AttributeTest): string {
  const attribute = say.known('attribute', name)
  const bounds = { attribute, min: say.number(min ?? 0), max: say.number(max ?? 0) }
  const parts = [
    oneOf && say.t('who.oneOf', { attribute, list: say.or(oneOf.map((value) => say.known('value', value))) }),
    contains && say.t('who.contains', { attribute, list: say.or(contains.map((part) => `“${part}”`)) }),
    min !== undefined && max !== undefined && say.t('who.between', bounds),
    min !== undefined && max === undefined && say.t('who.min', bounds),
    min === undefined && max !== undefined && say.t('who.max', bounds),
  ].filter((part) => typeof part === 'string')
  return parts.length > 0 ? say.and(parts) : say.t('who.known', { attribute })
}

export function visitsWords(say: Say, visits: VisitsTest): string {
  const { count = 1, withinDays, seconds, pageGroup, secondsOnPages } = visits
  const parts = [
    say.t('visits.count', { count }),
    withinDays !== undefined && say.t('visits.withinDays', { days: say.days(withinDays) }),
    seconds !== undefined && say.t('visits.seconds', { length: say.length(seconds) }),
    pageGroup !== undefined && say.t('visits.pageGroup', { group: pageGroup }),
    secondsOnPages !== undefined && say.t('visits.secondsOnPages', { length: say.length(secondsOnPages) }),
  ]
  return say.together(parts.filter((part) => typeof part === 'string'))
}
