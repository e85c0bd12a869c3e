import type { Fixture } from './parts.ts'
import { full, own, question } from './quiet.ts'

const price = { id: 'price', words: { en: ['price', 'cost*'], he: ['מחיר'] } }
const trial = { id: 'trial', words: { ru: ['пробн*'] } }
const asks = (buying: unknown) => [full, { ...question, buying }]
const words = (...topics: object[]) => ({ buyingWords: topics })

/** Fixtures of words of buying. */
export const spoken: Record<string, Fixture[]> = {
  unknown_topic: [
    {
      failing: { ...words(price, trial), rules: asks(['pricing']) },
      clean: { ...words(price, trial), rules: asks(['price']) },
      says: 'error rules.1.buying: No topic of buying is called “pricing” (there are: price, trial); nothing',
    },
    {
      failing: { ...words(price, trial), rules: asks(['price', 'pricing']) },
      clean: { ...words(price, trial), rules: asks(['price', 'trial']) },
      says: 'warning rules.1.buying: No topic',
    },
    {
      failing: { ...words(), rules: asks(true) },
      clean: { ...words(price), rules: asks(true) },
      says: 'error rules.1.buying: “question” asks for words of buying, and the model has none',
    },
    {
      failing: { ...words(), rules: [full, question, own('form', 5, 'registered', { buying: ['price'] })] },
      clean: { ...words(price), rules: [full, question, own('form', 5, 'registered', { buying: ['price'] })] },
      says: 'error rules.2.buying',
    },
  ],
  odd_words: [
    {
      failing: words(price, { id: 'trial', words: {} }),
      clean: words(price, trial),
      says: 'warning buyingWords.1: The topic “trial” has no words in any language',
    },
    {
      failing: words(price, { id: 'trial', words: { ru: ['пробн*', '?!'] } }),
      clean: words(price, trial),
      says: 'warning buyingWords.1.words.ru.1: “?!” has no letter',
    },
    {
      failing: words({ id: 'price', words: { en: ['*price'] } }),
      clean: words({ id: 'price', words: { en: ['price*'] } }),
      says: 'warning buyingWords.0.words.en.0: In “*price” a star stands elsewhere than at the end of a word',
    },
    {
      failing: words({ id: 'price', words: { en: ['pr*'] } }),
      clean: words({ id: 'price', words: { en: ['pri*', 'in pr*'] } }),
      says: 'warning buyingWords.0.words.en.0: “pr*” finds every word that begins so',
    },
  ],
  word_twice: [
    {
      failing: words(price, { id: 'trial', words: { ru: ['пробн*'], en: ['Cost*'] } }),
      clean: words(price, { id: 'trial', words: { ru: ['пробн*'], en: ['cost'] } }),
      says: 'hint buyingWords.1.words.en.0: “Cost*” stands in “trial” and in “price”: a question with it is about both.',
    },
    {
      failing: words({ id: 'price', words: { en: ['Résumé', 'resume'] } }),
      clean: words({ id: 'price', words: { en: ['resume'] } }),
      says: 'hint buyingWords.0.words.en.1: “resume” stands in “price” twice.',
    },
  ],
}
