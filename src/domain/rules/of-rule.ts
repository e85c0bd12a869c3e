import { hasKeyword } from '../keywords.ts'
import type { RuleOf } from '../rule.ts'
import type { Webinar } from '../webinar.ts'

/** The part of a rule that says which webinars it looks at. */
type OfWebinars = Pick<RuleOf<'registered'>, 'webinarKind' | 'cobranded' | 'partners' | 'series' | 'topics'>

/** Whether a rule looks at a webinar. */
export function isOfRule({ webinarKind, cobranded, partners, series, topics }: OfWebinars, webinar: Webinar): boolean {
  const { kind, partner, platformId, topic } = webinar
  if (webinarKind !== undefined && webinarKind !== kind) return false
  if (cobranded && !partner) return false
  if (partners && !partners.some((name) => name.toLowerCase() === partner?.name.toLowerCase())) return false
  if (series && !series.includes(platformId)) return false
  return !topics || hasKeyword(topics, topic ?? '')
}

/** Whether a rule looks at some webinars only. */
export function narrows({ webinarKind, cobranded, partners, series, topics }: OfWebinars): boolean {
  return Boolean(webinarKind || cobranded || partners || series || topics)
}
