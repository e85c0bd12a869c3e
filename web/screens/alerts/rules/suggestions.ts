import type { AlertRule } from '../../../../src/domain/alert/rule.ts'

type Suggested = Pick<AlertRule, 'on' | 'filters'>

/** What most companies want to be told of first. */
export const suggestions = {
  demo: { on: 'joins_live', filters: { webinarKinds: ['demo'] } },
  hand: { on: 'raises_hand', filters: {} },
  price: { on: 'asks_to_buy', filters: { topics: ['price'] } },
  sql: { on: 'crosses_sql', filters: {} },
} satisfies Record<string, Suggested>

export type Suggestion = keyof typeof suggestions

/** A rule that asks for nothing more than it says. */
export function freshRule({ on, filters }: Suggested, name: string, channels: string[]): AlertRule {
  return { name, on, filters, channels, enabled: true, margin: 5, workingDaysOnly: false }
}
