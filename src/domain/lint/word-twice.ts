import type { Sought } from '../word-forms.ts'
import { atPath, type Smell } from './finding.ts'
import { entriesOf } from './odd-words.ts'
import { smell } from './words.ts'

/** One word of buying that stands twice: in two topics, and a question with it is about both; or in one. */
export const wordTwice: Smell = {
  name: 'word_twice',
  *find({ model }) {
    const first = new Map<string, string>()
    for (const [at, topic] of model.buyingWords.entries())
      for (const { path, word, sought } of entriesOf(topic, at)) {
        if (sought.length === 0) continue
        const same = sought.map(wordOf).join(' ')
        const before = first.get(same)
        if (before === undefined) first.set(same, topic.id)
        else if (before === topic.id) yield atPath(path, 'hint', smell('wordAgain', { word, topic: topic.id }))
        else yield atPath(path, 'hint', smell('wordOfTwo', { word, topic: topic.id, other: before }))
      }
  },
}

function wordOf(sought: Sought): string {
  return 'stem' in sought ? `${sought.stem}*` : [...sought.forms][0]!
}
