import type { FactType } from '../fact.ts'
import { feedsOf } from './feeds.ts'
import { atPath, type Smell } from './finding.ts'
import { smell } from './words.ts'

/** Facts that speak to the stage, the profile or the webinar, or belong to others that rules look at. */
const OTHERWISE_USED =
  /^(webinar\.|person\.|replay\.registered|profile\.|consent\.|deal\.|lead\.|email\.bounced|email\.clicked|feedback\.)/

/** A connected source none of whose facts any rule looks at, and facts that arrive for nothing. */
export const unusedSource: Smell = {
  name: 'unused_source',
  *find({ rules, surroundings }) {
    if (!surroundings) return
    const used = new Set<FactType>(rules.flatMap(({ rule }) => feedsOf(rule) ?? []))
    for (const { name, brings } of surroundings.sources)
      if (!brings.some((type) => used.has(type)))
        yield atPath('rules', 'warning', smell('unusedSource', { source: name }))
    for (const type of surroundings.arrived)
      if (!used.has(type) && !OTHERWISE_USED.test(type)) yield atPath('rules', 'hint', smell('unusedFacts', { type }))
  },
}
