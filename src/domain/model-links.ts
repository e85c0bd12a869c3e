import { mailDomain } from './address.ts'
import { makeCalendar } from './calendar.ts'
import type { Condition } from './condition-schema.ts'
import type { Model } from './model.ts'
import { given, type ModelProblem } from './model-problems.ts'
import { wrong } from './model-words.ts'
import { Refused } from './refusal.ts'
import type { Rule } from './rule.ts'

type Path = ModelProblem['path']

/** What of a model does not fit together: ids used twice, names that it does not have, thresholds out of order. */
export function linkProblems(model: Model): ModelProblem[] {
  return [
    ...thresholdProblems(model),
    ...calendarProblems(model),
    ...(['freeMailboxes', 'disposableMailboxes', 'staffDomains'] as const).flatMap((list) =>
      domainProblems([list], model[list]),
    ),
    ...usedTwice(['rules'], model.rules),
    ...usedTwice(['roles'], model.roles),
    ...usedTwice(['buyingWords'], model.buyingWords),
    ...usedTwice(['fit', 'characteristics'], model.fit.characteristics),
    ...usedTwice(['fit', 'audiences'], model.fit.audiences),
    ...model.rules.flatMap((rule, at) => ruleProblems(model, rule, ['rules', at])),
    ...(['mql', 'sql'] as const).flatMap((stage) => {
      const threshold = model.thresholds[stage]
      return typeof threshold === 'number' ? [] : conditionProblems(model, threshold, ['thresholds', stage])
    }),
  ]
}

function thresholdProblems({ thresholds: { mql, sql } }: Model): ModelProblem[] {
  if (typeof mql !== 'number' || typeof sql !== 'number' || mql <= sql) return []
  return [{ path: ['thresholds'], what: wrong('outOfOrder', { mql, sql }) }]
}

function calendarProblems({ calendar }: Model): ModelProblem[] {
  try {
    makeCalendar(calendar)
    return []
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return [{ path: ['calendar', String(error.details.field)], what: wrong('words', { text: error.message }) }]
  }
}

function domainProblems(list: Path, domains: readonly string[]): ModelProblem[] {
  return domains.flatMap((domain, at) =>
    mailDomain(domain) === domain ? [] : [{ path: [...list, at], what: wrong('noDomain', { given: given(domain) }) }],
  )
}

function usedTwice(list: Path, entries: readonly { id: string }[]): ModelProblem[] {
  const first = new Map<string, number>()
  return entries.flatMap(({ id }, at) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, at)
    if (before === undefined) return []
    return [{ path: [...list, at, 'id'], what: wrong('twice', { id, first: [...list, before, 'id'].join('.') }) }]
  })
}

function ruleProblems(model: Model, rule: Rule, path: Path): ModelProblem[] {
  const problems = missing([...path, 'group'], rule.group, Object.keys(model.groups))
  if (rule.kind === 'replayed') problems.push(...missing([...path, 'notBeside'], rule.notBeside, idsOf(model)))
  if (rule.kind === 'did' || rule.kind === 'visited')
    problems.push(...missing([...path, 'pageGroup'], rule.pageGroup, Object.keys(model.pageGroups)))
  if (rule.kind === 'site_activity') problems.push(...visitProblems(model, rule.visits, [...path, 'visits']))
  return problems
}

function conditionProblems(model: Model, condition: Condition, path: Path): ModelProblem[] {
  const inside = (member: string) => (each: Condition, at: number) =>
    conditionProblems(model, each, [...path, member, at])
  if ('all' in condition) return condition.all.flatMap(inside('all'))
  if ('any' in condition) return condition.any.flatMap(inside('any'))
  if ('not' in condition) return conditionProblems(model, condition.not, [...path, 'not'])
  if ('paid' in condition) return missing([...path, 'paid'], condition.paid, idsOf(model))
  return 'visits' in condition ? visitProblems(model, condition.visits, [...path, 'visits']) : []
}

function visitProblems(model: Model, { pageGroup }: { pageGroup?: string | undefined }, path: Path): ModelProblem[] {
  return missing([...path, 'pageGroup'], pageGroup, Object.keys(model.pageGroups))
}

const idsOf = ({ rules }: Model) => rules.map(({ id }) => id)

/** Names what a model does not have, with all that it has. */
function missing(path: Path, name: string | undefined, known: readonly string[]): ModelProblem[] {
  if (name === undefined || known.includes(name)) return []
  const shown = JSON.stringify(name)
  const what =
    known.length === 0
      ? wrong('nothingNamed', { name: shown })
      : wrong('notNamed', { name: shown, known: known.join(', ') })
  return [{ path, what }]
}
