import type { Model } from '../model.ts'
import type { Rule, RuleOf } from '../rule.ts'
import { meet, type OfWebinars, sharesWord } from './of-webinars.ts'
import { canHold, leavesOf } from './possible.ts'
import { isSameVisit, isSiteRule } from './same-visit.ts'

/** `same`: both ask for the act in the same respect. `on_top`: one asks for more of it than the other, or in another degree. */
export type Sameness = 'same' | 'on_top'

/** Whether one fact of one person can earn both rules, as an act paid twice; null: not, or each for something else in it. */
export function isSameAct(a: Rule, b: Rule, model: Model): Sameness | null {
  if (!canHold([a.when, b.when], model)) return null
  if (isSiteRule(a) && isSiteRule(b)) return isSameVisit(a, b, model)
  if (a.kind === b.kind) return ofOneKind(a, b, model)
  return isSameForm(a, b) || isSameForm(b, a) ? 'same' : null
}

/** A form or a meeting that raises a hand and is paid by its own rule as well. */
function isSameForm(a: Rule, b: Rule): boolean {
  if (a.kind !== 'hand_raised') return false
  if (b.kind === 'did') return b.act === 'meeting_booked'
  return b.kind === 'form_submitted' && isCommon(a.forms, b.forms)
}

type Of<K extends Rule['kind']> = [RuleOf<K>, RuleOf<K>]

function ofOneKind(a: Rule, b: Rule, model: Model): Sameness | null {
  const both = [a, b] as unknown
  switch (a.kind) {
    case 'did':
      return ofOneAct(...(both as Of<'did'>))
    // The first that holds is paid.
    case 'attended':
      return null
    case 'registered':
      return ofSomeWebinars(...(both as Of<'registered'>)) === 'same' ? 'same' : null
    case 'attended_live':
    case 'replayed':
    case 'bounced':
      return ofSomeWebinars(...(both as Of<'attended_live'>))
    case 'downloaded':
      return ofContent(...(both as Of<'downloaded'>), true)
    case 'ignored':
    case 'video_watched':
      return ofContent(...(both as Of<'ignored'>), false)
    case 'form_submitted':
    case 'hand_raised':
      return isCommon(...((both as Of<'hand_raised'>).map(({ forms }) => forms) as [string[], string[]])) ||
        a.kind === 'hand_raised'
        ? 'same'
        : null
    case 'profile':
      return ofProfile(...(both as Of<'profile'>), model)
    case 'wrong_fit':
      return (both as Of<'wrong_fit'>)[0].lists.some(({ attribute }) =>
        (both as Of<'wrong_fit'>)[1].lists.some((list) => list.attribute === attribute),
      )
        ? 'same'
        : null
    default:
      return ofSilence(a, b)
  }
}

function ofOneAct(a: RuleOf<'did'>, b: RuleOf<'did'>): Sameness | null {
  if (
    a.act !== b.act ||
    (a.place !== b.place && ![a.place, b.place].some((place) => place === 'ever' || place === 'any'))
  )
    return null
  if (a.actions && b.actions && !isCommon(a.actions, b.actions)) return null
  if (a.keywords && b.keywords && !sharesWord(a.keywords, b.keywords)) return null
  if (a.pageGroup !== undefined && b.pageGroup !== undefined && a.pageGroup !== b.pageGroup) return null
  return ofSomeWebinars(a, b)
}

const NARROWING = [
  ...(['webinarKind', 'cobranded', 'partners', 'series', 'topics', 'when'] as const),
  ...([
    'withQuestion',
    'keywords',
    'buying',
    'withRealDetails',
    'afterTakingPart',
    'pageGroup',
    'seconds',
    'actions',
  ] as const),
]

/** Of webinars that both look at: the same if they ask for the same things. */
function ofSomeWebinars(a: Rule & OfWebinars, b: Rule & OfWebinars): Sameness | null {
  if (!meet(a, b) || !sharesKeywords(a, b)) return null
  const asked = (rule: Rule) => NARROWING.filter((member) => (rule as Record<string, unknown>)[member] !== undefined)
  return asked(a).join() === asked(b).join() ? 'same' : 'on_top'
}

function sharesKeywords(a: Rule, b: Rule): boolean {
  const [topics, others] = [a, b].map((rule) => ('buying' in rule ? rule.buying : undefined))
  if (Array.isArray(topics) && Array.isArray(others) && !isCommon(topics, others)) return false
  const [own, other] = [a, b].map((rule) => ('keywords' in rule ? rule.keywords : undefined))
  return !own || !other || sharesWord(own, other)
}

/** `exclusive`: a rule without kinds is only for those that no other names. */
function ofContent(a: RuleOf<'ignored' | 'downloaded'>, b: typeof a, exclusive: boolean): Sameness | null {
  if (a.contentKinds && b.contentKinds) return isCommon(a.contentKinds, b.contentKinds) ? 'same' : null
  if (!a.contentKinds && !b.contentKinds) return 'same'
  return exclusive ? null : 'on_top'
}

/** Rows about different characteristics add up; two about one and the same person's size are one act. */
function ofProfile(a: RuleOf<'profile'>, b: RuleOf<'profile'>, model: Model): Sameness | null {
  const asked = ({ when }: RuleOf<'profile'>) =>
    [...leavesOf(when)].flatMap((leaf) => ('attribute' in leaf ? [leaf.attribute] : []))
  return isCommon(asked(a), asked(b)) && canHold([a.when, b.when], model) ? 'same' : null
}

/** While-true rows and silence: two of one kind hold together; with other numbers they are degrees of it. */
function ofSilence(a: Rule, b: Rule): Sameness | null {
  const channel = (rule: Rule) => ('channel' in rule ? rule.channel : undefined)
  const [own, other] = [channel(a), channel(b)]
  if (own !== undefined && other !== undefined && own !== other) return null
  const numbers = ({ id: _, points: __, origin: ___, section: ____, note: _____, ...rest }: Rule) =>
    JSON.stringify(rest)
  return numbers(a) === numbers(b) ? 'same' : 'on_top'
}

function isCommon(a: readonly string[], b: readonly string[]): boolean {
  return a.some((each) => b.includes(each))
}
