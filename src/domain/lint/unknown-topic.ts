import { buyingIn } from '../buying.ts'
import { atRule, type Smell } from './finding.ts'
import { smell } from './words.ts'

/** A rule asks for a topic of buying that the model does not have, or for words of buying where there are none. */
export const unknownTopic: Smell = {
  name: 'unknown_topic',
  *find({ model, rules }) {
    const known = model.buyingWords.map(({ id }) => id)
    const hasWords = buyingIn(model.buyingWords) !== null
    for (const placed of rules) {
      const { rule } = placed
      if ((rule.kind !== 'did' && rule.kind !== 'registered') || !rule.buying) continue
      if (!hasWords) yield atRule(placed, 'error', smell('noBuyingWords', { rule: rule.id }), 'buying')
      if (!hasWords || rule.buying === true) continue
      const unknown = [...new Set(rule.buying)].filter((topic) => !known.includes(topic))
      const severity = unknown.length === new Set(rule.buying).size ? 'error' : 'warning'
      for (const topic of unknown)
        yield atRule(placed, severity, smell('unknownTopic', { topic, topics: known.join(', ') }), 'buying')
    }
  },
}
