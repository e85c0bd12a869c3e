import type { BuyingSignal } from '../domain/buying.ts'
import type { CompiledModel } from '../domain/compile.ts'
import type { Fact } from '../domain/fact.ts'
import { type Said, saidIn } from '../domain/said.ts'

/** Somebody's own words, with what of them is about buying. */
export interface WordsSaid extends Said {
  buying: BuyingSignal[]
}

/** What a fact holds of somebody's own words, as a model reads them. */
export function wordsOf(fact: Fact, { buyingIn }: CompiledModel): WordsSaid[] {
  return saidIn(fact).map((said) => ({ ...said, buying: [...(buyingIn?.(said.text) ?? [])] }))
}
