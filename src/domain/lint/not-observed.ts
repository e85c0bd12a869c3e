import type { Channel } from '../rule.ts'
import { atRule, ofKind, type Smell } from './finding.ts'
import { smell } from './words.ts'

const OBSERVING: readonly Channel[] = ['mail', 'phone', 'whatsapp', 'site']

/** A penalty for silence where the model sees nothing of what was not done. */
export const notObserved: Smell = {
  name: 'not_observed',
  *find(subject) {
    const { observes } = subject.model
    for (const placed of [...ofKind(subject, 'inactive'), ...ofKind(subject, 'absent')]) {
      const { id, channel } = placed.rule
      if (channel === undefined) {
        if (OBSERVING.every((each) => observes[each] === undefined))
          yield atRule(placed, 'warning', smell('nothingObserved', { rule: id }))
      } else if (observes[channel] === undefined)
        yield atRule(placed, 'warning', smell('notObserved', { rule: id, channel: smell(channel) }), 'channel')
    }
  },
}
