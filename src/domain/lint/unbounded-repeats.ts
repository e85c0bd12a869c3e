import type { Words } from '../words.ts'
import { hotFrom } from './amounts.ts'
import { atRule, type Placed, type Smell } from './finding.ts'
import { type Repeat, repeatOf, timesUntil } from './repeats.ts'
import { smell } from './words.ts'

/** One cheap act that makes anybody hot if it is repeated, because nothing caps it. */
export const unboundedRepeats: Smell = {
  name: 'unbounded_repeats',
  *find({ model, rules }) {
    const hot = hotFrom(model)
    if (hot === null) return
    for (const placed of rules) {
      const repeat = repeatOf(placed.rule, model)
      const count = repeat && timesUntil(hot, placed.rule, repeat, model)
      // One that makes hot at once is no repeat.
      if (!repeat || !count || count < 2) continue
      // New files and forms run out, mails do not.
      const runsOut = repeat.unit === 'item' && placed.rule.kind !== 'did'
      yield atRule(placed, runsOut ? 'hint' : 'warning', wordsFor(placed, repeat, count, hot))
    }
  },
}

function wordsFor({ rule: { id, points } }: Placed, { unit, times, days }: Repeat, count: number, hot: number): Words {
  const said = { rule: id, points, hot }
  const rounds = Math.ceil(count / times)
  if (rounds === 1 && unit !== 'item') return smell('repeatsByAct', { ...said, count })
  if (unit === 'day') return smell('repeatsByDay', { ...said, days: rounds })
  if (unit === 'window') return smell('repeatsByWindow', { ...said, every: days, days: (rounds - 1) * days })
  return smell(unit === 'act' ? 'repeatsByAct' : 'repeatsByItem', { ...said, count })
}
