import type { Rule } from '../../../../src/domain/rule.ts'
import type { Cap, Limit } from '../../../../src/domain/rule-base.ts'
import { conditionWords } from './condition-words.ts'
import { kindWords } from './kind-words.ts'
import type { Say } from './say.ts'

/** What must hold for a rule to pay, and how far it pays, as one sentence. */
export function ruleSentence(say: Say, rule: Rule): string {
  return say.together([kindWords(say, rule), ...detailsOf(say, rule), ...boundsOf(say, rule)])
}

type Details = { [Key in 'webinarKind' | 'pageGroup' | 'notBeside']?: string } & {
  [Key in 'cobranded' | 'withQuestion' | 'withRealDetails' | 'afterTakingPart' | 'again']?: true
} & { [Key in 'partners' | 'series' | 'topics' | 'keywords' | 'actions']?: string[] } & {
  [Key in 'seconds' | 'secondsOrUnknown']?: number
} & { buying?: true | string[] }

/** What narrows a rule, whatever its kind. */
function detailsOf(say: Say, rule: Rule): string[] {
  const { t } = say
  const has = rule as Details
  const cited = (words: readonly string[]) => say.or(words.map((word) => `“${word}”`))
  const parts = [
    has.webinarKind && t('detail.webinarKind', { kind: say.webinarKind(has.webinarKind) }),
    has.cobranded && t('detail.cobranded'),
    has.partners && t('detail.partners', { list: say.or(has.partners) }),
    has.series && t('detail.series', { list: say.or(has.series) }),
    has.topics && t('detail.topics', { list: cited(has.topics) }),
    has.withQuestion && t('detail.withQuestion'),
    has.withRealDetails && t('detail.withRealDetails'),
    has.afterTakingPart && t('detail.afterTakingPart'),
    has.keywords && t('detail.keywords', { list: cited(has.keywords) }),
    has.buying && buyingWords(say, has.buying),
    has.actions && t('detail.actions', { list: say.or(has.actions.map((each) => say.known('value', each))) }),
    tellsSeconds(rule) && has.seconds && t('detail.seconds', { length: say.length(has.seconds) }),
    has.secondsOrUnknown && t('detail.secondsOrUnknown', { length: say.length(has.secondsOrUnknown) }),
    has.pageGroup && t('detail.pageGroup', { group: has.pageGroup }),
    has.again && t('detail.again'),
    has.notBeside && t('detail.notBeside', { rule: say.rule(has.notBeside) }),
  ]
  return parts.filter((part) => typeof part === 'string')
}

function buyingWords(say: Say, buying: true | readonly string[]): string {
  if (buying === true) return say.t('detail.buying')
  return say.t('detail.buyingTopics', { list: say.or(buying.map((topic) => say.topic(topic))) })
}

function tellsSeconds({ kind }: Rule): boolean {
  return kind === 'visited' || kind === 'did'
}

/** For whom, how often, how much at most, and for how long. */
function boundsOf(say: Say, rule: Rule): string[] {
  const { t } = say
  const { when, cap, group, expiresDays, halfLifeDays, kind } = rule
  const limit = 'limit' in rule ? rule.limit : undefined
  const parts = [
    when && kind !== 'profile' && t('detail.when', { who: conditionWords(say, when) }),
    limit && limitWords(say, limit),
    cap && capWords(say, cap),
    group && t('detail.group', { group }),
    expiresDays && t('detail.expires', { days: say.days(expiresDays) }),
    halfLifeDays && kind !== 'inactive' && t('detail.halves', { days: say.days(halfLifeDays) }),
  ]
  return parts.filter((part) => typeof part === 'string')
}

export function limitWords(say: Say, { per, times, days = 0 }: Limit): string {
  return say.t(`limit.${per}`, { count: times, days: say.days(days) })
}

export function capWords(say: Say, { points, per, days }: Cap): string {
  const most = say.number(points)
  if (days !== undefined) return say.t('detail.cap_days', { points: most, days: say.days(days) })
  return say.t(per === 'webinar' ? 'detail.cap_webinar' : 'detail.cap', { points: most })
}
