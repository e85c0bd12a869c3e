import type { Rule } from '../../../src/domain/rule.ts'

/** Rules under one heading: rows of a webinar, rows of the person, or a section that the model names itself. */
export interface Section {
  of: 'webinar' | 'person' | 'named'
  name: string
  rules: Rule[]
}

/** Whether a rule pays for something within a webinar or in the days after it. */
export function isOfWebinar(rule: Rule): boolean {
  if (rule.kind === 'did') return rule.place !== 'ever'
  return ['registered', 'attended', 'attended_live', 'replayed', 'visited', 'bounced'].includes(rule.kind)
}

/** The rules as they are shown: of webinars, of the person, then by section, each in the order of the model. */
export function sectionsOf(rules: readonly Rule[]): Section[] {
  const named = new Map<string, Section>()
  const webinar: Section = { of: 'webinar', name: 'webinar', rules: [] }
  const person: Section = { of: 'person', name: 'person', rules: [] }
  for (const rule of rules) {
    const { section } = rule
    if (section === undefined) (isOfWebinar(rule) ? webinar : person).rules.push(rule)
    else named.set(section, { of: 'named', name: section, rules: [...(named.get(section)?.rules ?? []), rule] })
  }
  return [webinar, person, ...named.values()].filter((section) => section.rules.length > 0)
}
