import type { Ripen } from './ripen.ts'
import { team } from './team.ts'

/** Alert rules without a channel: what they tell of shows on the screen, and nothing leaves the machine. */
const rules = [
  { name: 'In the demo now', on: 'joins_live', filters: { webinarKinds: ['demo'] } },
  { name: 'Asks about the price', on: 'asks_to_buy', filters: { topics: ['price'] } },
  { name: 'Raises a hand', on: 'raises_hand' },
  { name: 'Ready for sales', on: 'crosses_sql' },
]

/** Has sales be told of what happens from now on, each lead by whoever looks after it. */
export async function tellOf(ripen: Ripen): Promise<void> {
  for (const rule of rules) await ripen.call('POST', '/api/v1/alert-rules', rule)
  const { name: owner, email } = team.find(({ role }) => role === 'sales')!
  await ripen.call('PUT', '/api/v1/alert-routing', {
    routes: [{ owner, email, when: { attribute: 'country', oneOf: ['IL'] } }],
  })
}
