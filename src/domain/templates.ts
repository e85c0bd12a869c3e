import type { z } from 'zod'
import type { ModelSchema } from './model.ts'
import { Refused } from './refusal.ts'
import b2bIt from './templates/b2b-it.json' with { type: 'json' }
import buyingWords from './templates/buying-words.json' with { type: 'json' }
import onlineBehaviour from './templates/online-behaviour.json' with { type: 'json' }
import webinar from './templates/webinar.json' with { type: 'json' }

/** A model before it is checked: what may be left out may be missing. */
export type ModelText = z.input<typeof ModelSchema>

/** The ready-made models by name, as point-tables.md has them, each with the words of buying. */
export const TEMPLATES: Readonly<Record<string, ModelText>> = {
  webinar: { ...webinar, buyingWords } as ModelText,
  'b2b-it': { ...b2bIt, buyingWords } as ModelText,
  'online-behaviour': { ...onlineBehaviour, buyingWords } as ModelText,
}

/**
 * A template, or several: `webinar+b2b-it:company` is the first with the rows of the second's section `company`; without
 * a section all of them. Of two rows with one id the first one's counts, and so do its thresholds and settings.
 * Throws `Refused('invalid')` that names what is not known.
 */
export function templateNamed(name: string): ModelText {
  const [first, ...others] = name.split('+').map((part) => partOf(part.trim()))
  return others.reduce<ModelText>((model, { template, sections }) => combined(model, template, sections), {
    ...first!.template,
    template: name,
  })
}

interface Part {
  template: ModelText
  sections: readonly string[] | null
}

function partOf(part: string): Part {
  const [name = '', ...rest] = part.split(':')
  if (!Object.hasOwn(TEMPLATES, name)) throw refused(name, Object.keys(TEMPLATES))
  const template = TEMPLATES[name]!
  const sections = rest.length > 0 ? rest.join(':').split(',') : null
  const known = [...new Set(template.rules.flatMap(({ section = [] }) => section))]
  const wrong = sections?.find((section) => !known.includes(section))
  if (wrong !== undefined) throw refused(wrong, known)
  return { template, sections }
}

/** The rows of another template, and all that they rest on. */
function combined(model: ModelText, other: ModelText, sections: readonly string[] | null): ModelText {
  const rows = other.rules.filter(({ section }) => sections === null || (section && sections.includes(section)))
  return {
    ...model,
    pageGroups: { ...other.pageGroups, ...model.pageGroups },
    groups: { ...other.groups, ...model.groups },
    roles: withMore(model.roles, other.roles),
    buyingWords: withMore(model.buyingWords, other.buyingWords),
    fit: { ...model.fit, characteristics: withMore(model.fit.characteristics, other.fit.characteristics) },
    rules: withMore(model.rules, rows),
  }
}

function withMore<T extends { id: string }>(first: readonly T[] = [], more: readonly T[] = []): T[] {
  return [...first, ...more.filter(({ id }) => !first.some((one) => one.id === id))]
}

function refused(given: string, words: readonly string[]): Refused {
  return new Refused('invalid', `template: expected ${words.join(', ')}, got "${given}"`, { field: 'template' })
}
