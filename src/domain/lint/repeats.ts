import { faded } from '../fade.ts'
import type { Model } from '../model.ts'
import type { Rule } from '../rule.ts'
import type { Limit } from '../rule-base.ts'
import { capOf } from './amounts.ts'

const DAY_MS = 86_400_000
/** Somebody who does the same act on as many days is taken at their word. */
const LONGEST_DAYS = 3660

/** How one act can be repeated for pay: so many times in each unit; `untilDays`: no longer than so many days. */
export interface Repeat {
  readonly unit: 'act' | 'item' | 'day' | 'window'
  readonly times: number
  readonly days: number
  readonly untilDays: number
}

/** How often the same act pays somebody within one webinar or without any; null: only so often, or once a webinar. */
export function repeatOf(rule: Rule, { followUpDays }: Model): Repeat | null {
  if (rule.kind === 'video_watched') return { unit: 'item', times: 1, days: 0, untilDays: Infinity }
  if (rule.kind === 'downloaded' || rule.kind === 'form_submitted')
    return within(rule.limit ?? { times: 1, per: 'item' }, 'item', Infinity)
  if (rule.kind === 'visited') return rule.limit ? within(rule.limit, null, followUpDays) : null
  if (rule.kind !== 'did') return null
  const usual = rule.place !== 'ever' ? 'webinar' : rule.act.startsWith('mail_') ? 'item' : 'day'
  const isItem = rule.act.startsWith('mail_') || rule.act === 'message_replied'
  const until = rule.place === 'after' ? followUpDays : rule.place === 'during' ? 1 : Infinity
  return within(rule.limit ?? { times: 1, per: usual }, isItem ? 'item' : 'act', until)
}

/** `item`: what a limit per item counts, null where the act has none. */
function within({ times, per, days = 1 }: Limit, item: 'item' | 'act' | null, untilDays: number): Repeat | null {
  if (per === 'ever' || per === 'webinar') return null
  if (per !== 'item') return { unit: per, times, days, untilDays }
  return item && { unit: item, times, days: 0, untilDays }
}

/** How many times the act takes, in all, until its points alone stand at an amount; null: they never do. */
export function timesUntil(amount: number, rule: Rule, repeat: Repeat, model: Model): number | null {
  if (rule.points <= 0 || isHeldBelow(amount, rule, model)) return null
  if (repeat.days === 0) return Math.ceil(amount / rule.points)
  let stands = 0
  for (let rounds = 1; (rounds - 1) * repeat.days <= Math.min(repeat.untilDays, LONGEST_DAYS); rounds++) {
    const left = faded(rule.points, rule, (rounds - 1) * repeat.days * DAY_MS)
    if (left === 0) return null
    const missing = Math.ceil((amount - stands) / left)
    if (missing <= repeat.times) return (rounds - 1) * repeat.times + Math.max(1, missing)
    stands += left * repeat.times
  }
  return null
}

/** Whether a cap of any kind keeps it below: one a webinar or in some days at least sets the pace. */
function isHeldBelow(amount: number, rule: Rule, model: Model): boolean {
  const group = rule.group === undefined ? undefined : model.groups[rule.group]
  return [rule.cap, group].some((cap) => cap && cap.points < amount) || capOf(rule, model) < amount
}
