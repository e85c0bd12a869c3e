import { hasKeyword } from '../keywords.ts'
import { isOfRule } from '../rules/of-rule.ts'
import type { Webinar } from '../webinar.ts'

/** The part of a rule that says which webinars it looks at. */
export type OfWebinars = Parameters<typeof isOfRule>[0]

const lower = (texts: readonly string[]) => texts.map((text) => text.toLowerCase())
const common = (a: readonly string[] | undefined, b: readonly string[] | undefined) =>
  !a || !b || lower(a).some((text) => lower(b).includes(text))

/** Whether some webinar is looked at by both; of two lists of topics only with a word in common. */
export function meet(a: OfWebinars, b: OfWebinars): boolean {
  if (a.webinarKind !== undefined && b.webinarKind !== undefined && a.webinarKind !== b.webinarKind) return false
  if (!common(a.partners, b.partners) || !common(a.series, b.series)) return false
  return !a.topics || !b.topics || sharesWord(a.topics, b.topics)
}

/** Whether the other looks at every webinar that the one looks at. */
export function isWithin(one: OfWebinars, other: OfWebinars): boolean {
  if (other.webinarKind !== undefined && other.webinarKind !== one.webinarKind) return false
  if (other.cobranded && !one.cobranded && !one.partners) return false
  if (other.partners && !one.partners?.every((name) => lower(other.partners!).includes(name.toLowerCase())))
    return false
  if (other.series && !one.series?.every((number) => other.series!.includes(number))) return false
  return !other.topics || Boolean(one.topics?.every((topic) => hasKeyword(other.topics!, topic)))
}

/** Whether a word of one list stands in one of the other. */
export function sharesWord(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => hasKeyword(b, word)) || b.some((word) => hasKeyword(a, word))
}

/** So many webinars show what rules can be earned together; in a model that names more, some are left out. */
const MOST = 2_000

/** Webinars such that any set of these rules that can look at one webinar together looks at one of them. */
export function webinarsFor(
  rules: readonly OfWebinars[],
): Pick<Webinar, 'kind' | 'partner' | 'platformId' | 'topic'>[] {
  const named = <T>(of: (rule: OfWebinars) => readonly T[]) => [...new Set(rules.flatMap(of))]
  const kinds = [...named(({ webinarKind }) => (webinarKind === undefined ? [] : [webinarKind])), '(other)']
  const partners = [...named((rule) => rule.partners ?? []), '(other)'].map((name) => ({ name, domains: [] }))
  const series = [...named((rule) => rule.series ?? []), '(other)']
  const topic = named((rule) => rule.topics ?? []).join(' ')
  const webinars = []
  for (const kind of kinds)
    for (const partner of [null, ...partners])
      for (const platformId of series) {
        webinars.push({ kind, partner, platformId, topic })
        if (webinars.length === MOST) return webinars
      }
  return webinars
}

/** Whether a rule looks at such a webinar. */
export function looksAt(rule: OfWebinars, webinar: ReturnType<typeof webinarsFor>[number]): boolean {
  return isOfRule(rule, webinar as Webinar)
}
