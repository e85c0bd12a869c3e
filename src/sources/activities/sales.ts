import { z } from 'zod'
import type { FactType } from '../../domain/fact.ts'
import { cleanText, given } from '../text.ts'
import { activity } from './activity.ts'
import { money } from './measure.ts'
import { optional, optionalText } from './text.ts'

const states: Record<string, 'given' | 'withdrawn' | 'pending'> = {
  given: 'given',
  granted: 'given',
  opted_in: 'given',
  subscribed: 'given',
  withdrawn: 'withdrawn',
  revoked: 'withdrawn',
  denied: 'withdrawn',
  opted_out: 'withdrawn',
  unsubscribed: 'withdrawn',
  pending: 'pending',
}

const state = z
  .enum(Object.keys(states) as [string, ...string[]])
  .describe(
    'given, granted, opted_in and subscribed mean the same; so do withdrawn, revoked, denied, opted_out, unsubscribed',
  )

const deal = z.object({
  amount: optional(money),
  currency: optional(z.string().regex(/^[A-Za-z]{3}$/, 'expected a currency of three letters such as EUR')),
  margin: optional(money).describe('Gross margin, in the same currency'),
})

const judgement = z
  .union([z.boolean(), z.string()], 'expected a text, true or false')
  .nullish()
  .transform((given) => (typeof given === 'string' ? cleanText(given, 1000) || undefined : (given ?? undefined)))

const verdict = z.object({
  bant: optional(z.object({ budget: judgement, authority: judgement, need: judgement, timing: judgement })),
  feedback: optionalText(5000),
})

export const sales = [
  dealActivity('deal.won', 'Deal won', 'The person’s company bought.'),
  dealActivity('deal.lost', 'Deal lost', 'The person’s company decided against it.'),
  activity(
    'profile.updated',
    { title: 'Profile updated', description: 'Something new is known of a person.', fields: z.object({}) },
    () => ({}),
  ),
  activity(
    'consent.changed',
    {
      title: 'Consent changed',
      description: 'Someone allowed or forbade to be written to.',
      fields: z.object({ state }),
    },
    ({ state }) => ({ state: states[state]! }),
  ),
  verdictActivity('lead.accepted', 'Lead accepted', 'Sales took the lead over.'),
  verdictActivity('lead.returned', 'Lead returned', 'Sales sent the lead back to marketing.'),
]

function dealActivity(type: FactType & `deal.${string}`, title: string, description: string) {
  return activity(type, { title, description, fields: deal }, ({ amount, currency, margin }) => ({
    ...{ amount, margin },
    currency: currency?.toUpperCase(),
  }))
}

function verdictActivity(type: FactType & `lead.${string}`, title: string, description: string) {
  return activity(type, { title, description, fields: verdict }, ({ bant, feedback }) => ({
    bant: bant && given(bant),
    feedback,
  }))
}
