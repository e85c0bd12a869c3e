import type { Condition } from '../condition-schema.ts'
import type { Rule } from '../rule.ts'
import { necessary, sufficient, sumUnderCaps } from './amounts.ts'
import { atPath, type Placed, type Smell, type Subject } from './finding.ts'
import { looksAt, webinarsFor } from './of-webinars.ts'
import { canHold } from './possible.ts'
import { smell } from './words.ts'

/** A registrant is not a lead: registering, with whatever is answered in the form, must not be enough for MQL. */
export const leadByRegistering: Smell = {
  name: 'lead_by_registering',
  *find(subject) {
    const { thresholds } = subject.model
    const mql = sufficient(thresholds.mql)
    const registering = earnedBy(subject, [])
    const answers = earnedBy(subject, answerRules(subject))
    const rules = (of: readonly Rule[]) => of.map(({ id }) => id).join(', ')
    if (mql !== null && mql > 0) {
      const { points } = registering
      if (points >= mql)
        yield atPath(
          'thresholds.mql',
          'error',
          smell('registeringIsEnough', { points, rules: rules(registering.rules), mql }),
        )
      else if (answers.points >= mql) {
        const params = { points: answers.points, rules: rules(answers.rules), mql }
        yield atPath('thresholds.mql', 'warning', smell('answersAreEnough', params))
      }
    }
    for (const name of ['mql', 'sql'] as const) {
      const threshold = thresholds[name]
      if (typeof threshold === 'number' || sufficient(threshold) !== null) continue
      if (canMeet(threshold, answers.points, subject) && canHold([threshold], subject.model))
        yield atPath(`thresholds.${name}`, 'error', smell('registrantMeets', { threshold: name.toUpperCase() }))
    }
  },
}

interface Earned {
  readonly rules: readonly Rule[]
  readonly points: number
}

/** The most that one registration earns, in the webinar for which it earns most, beside rules about who somebody is. */
function earnedBy({ rules, model }: Subject, beside: readonly Rule[]): Earned {
  const registered = rules.flatMap(({ rule }) =>
    rule.kind === 'registered' && rule.points > 0 && !rule.afterTakingPart ? [rule] : [],
  )
  let most: Earned = { rules: [], points: 0 }
  const seen = new Set<string>()
  for (const webinar of webinarsFor(registered)) {
    const fitting: Rule[] = []
    const byPoints = [...registered.filter((rule) => looksAt(rule, webinar)), ...beside].sort(
      (a, b) => b.points - a.points,
    )
    const key = byPoints.map(({ id }) => id).join()
    if (seen.has(key)) continue
    seen.add(key)
    for (const rule of byPoints)
      if (
        canHold(
          [...fitting, rule].map((each) => whoFor(each, model)),
          model,
        )
      )
        fitting.push(rule)
    const points = sumUnderCaps(fitting, model)
    if (points > most.points) most = { rules: fitting, points }
  }
  return most
}

/** Whom a rule is for; all the right characteristics are a condition too. */
function whoFor({ kind, when }: Rule, { fit }: Subject['model']): Condition | undefined {
  if (kind !== 'fit_complete') return when
  const right = fit.characteristics.map(({ id: _, weight: __, ...test }) => test)
  return { all: when ? [when, ...right] : right }
}

/** Rules that answers in a form can earn. */
function answerRules({ rules, model }: Subject): Rule[] {
  const isAnswer = ({ rule }: Placed) =>
    rule.kind === 'profile' || (rule.kind === 'fit_complete' && model.fit.characteristics.length > 0)
  return rules.filter((placed) => isAnswer(placed) && placed.rule.points > 0).map(({ rule }) => rule)
}

const OF_FORM: readonly Rule['kind'][] = ['registered', 'profile', 'fit_complete', 'free_email']

/** Whether somebody who did nothing but register can meet it. */
function canMeet(condition: Condition, points: number, subject: Subject): boolean {
  if ('all' in condition) return condition.all.every((each) => canMeet(each, points, subject))
  if ('any' in condition) return condition.any.some((each) => canMeet(each, points, subject))
  // Not to have done something is easy for whoever did nothing.
  if ('not' in condition) return true
  if ('score' in condition) return (necessary(condition) ?? 0) <= points
  if ('paid' in condition) {
    const rule = subject.rules.find(({ rule }) => rule.id === condition.paid)?.rule
    return rule !== undefined && rule.points !== 0 && OF_FORM.includes(rule.kind)
  }
  if ('grade' in condition) return subject.model.fit.characteristics.length > 0
  return !('visits' in condition)
}
