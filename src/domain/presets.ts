import type { Model } from './model.ts'
import { Refused } from './refusal.ts'
import type { Rule } from './rule.ts'

/** What a strategy makes of a model: other points for rules that it has, and rules that it does not have yet. */
export interface Preset {
  readonly id: string
  readonly points: Readonly<Record<string, number>>
  readonly adds: readonly Rule[]
}

const house = { origin: 'house', enabled: true, section: 'strategy' } as const

/** The strategies are given (point-tables.md, "What else a model holds"), all numbers are house numbers. */
export const PRESETS: readonly Preset[] = [
  {
    /** To become known: webinars held with a partner brand weigh more, and so does coming again. */
    id: 'awareness',
    points: { registered_cobranded: 10, registered_next: 10 },
    adds: [{ ...house, id: 'attended_cobranded', kind: 'attended_live', points: 10, cobranded: true, seconds: 600 }],
  },
  {
    /** Much to ask before anybody buys: customer stories and questions weigh more. */
    id: 'long_cycle',
    points: { question_asked: 25, registration_question: 10, open_answer: 10 },
    adds: [
      {
        ...house,
        id: 'attended_story',
        kind: 'attended_live',
        points: 15,
        webinarKind: 'customer_story',
        seconds: 600,
      },
      {
        ...house,
        id: 'replay_story',
        kind: 'replayed',
        points: 10,
        webinarKind: 'customer_story',
        seconds: 600,
        share: 0.9,
        notBeside: 'attended_story',
      },
    ],
  },
]

/** A model as a strategy has it. Throws `Refused('invalid')` for one that there is not. */
export function withPreset(model: Model, id: string): Model {
  const preset = PRESETS.find((each) => each.id === id)
  if (!preset) {
    const known = PRESETS.map((each) => each.id).join(', ')
    throw new Refused('invalid', `preset: expected ${known}, got "${id}"`, { field: 'preset' })
  }
  const rules = model.rules.map((rule) => ({ ...rule, points: preset.points[rule.id] ?? rule.points }) as Rule)
  const own = new Set(rules.map((rule) => rule.id))
  return { ...model, rules: [...rules, ...preset.adds.filter((rule) => !own.has(rule.id))] }
}
