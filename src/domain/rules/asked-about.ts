import type { BuyingSignal } from '../buying.ts'
import type { Fact } from '../fact.ts'
import type { History } from '../history.ts'
import { saidIn } from '../said.ts'

/** What a rule may ask of words: that they are about buying at all, or about one of these topics. */
export type Buying = true | readonly string[]

/** So many of them are named, and so much of each. */
const MOST = 5
const LONGEST = 40

/** The words about buying that stand in a fact, as they were written, of the topics that are asked for. */
export function buyingWordsIn(fact: Fact, buying: Buying, { model: { buyingIn } }: History): string[] {
  if (!buyingIn) return []
  const isMeant = ({ topic }: BuyingSignal) => buying === true || buying.includes(topic)
  const words = saidIn(fact).flatMap(({ text }) =>
    buyingIn(text)
      .filter(isMeant)
      .map(({ at, length }) => text.slice(at, at + Math.min(length, LONGEST))),
  )
  return [...new Set(words)].slice(0, MOST)
}

/** The line of a rule that asks for such words: which they were. */
export function aboutBuying(words: readonly string[]) {
  return { reason: 'buying_words', params: { words: words.join(', ') } }
}
