import { type BuyingTopic, LANGUAGES } from '../buying-word.ts'
import { soughtOf } from '../word-forms.ts'
import { atPath, type Smell } from './finding.ts'
import { smell } from './words.ts'

/** A stem of fewer letters begins too many words. */
const SHORTEST_STEM = 3

/** A topic of buying without words, and words that find nothing, or nearly everything. */
export const oddWords: Smell = {
  name: 'odd_words',
  *find({ model }) {
    for (const [at, topic] of model.buyingWords.entries()) {
      const entries = [...entriesOf(topic, at)]
      if (entries.length === 0) yield atPath(`buyingWords.${at}`, 'warning', smell('noWords', { topic: topic.id }))
      for (const { path, word, sought } of entries) {
        const [first] = sought
        const stars = sought.filter((each) => 'stem' in each).length
        if (!first) yield atPath(path, 'warning', smell('wordWithoutLetters', { word }))
        else if (word.split('*').length - 1 > stars) yield atPath(path, 'warning', smell('strayStar', { word }))
        else if (sought.length === 1 && 'stem' in first && first.stem.length < SHORTEST_STEM)
          yield atPath(path, 'warning', smell('shortStem', { word }))
      }
    }
  },
}

/** Every word of a topic, and where it stands. */
export function* entriesOf({ words }: BuyingTopic, at: number) {
  for (const language of LANGUAGES)
    for (const [place, word] of words[language].entries())
      yield { path: `buyingWords.${at}.words.${language}.${place}`, word, sought: soughtOf(word, language) }
}
