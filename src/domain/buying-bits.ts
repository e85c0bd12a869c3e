import type { Model } from './model.ts'

/** Topics of buying as they are stored and filtered by: a bit for each, in the order of the model. */
export function bitsOfTopics({ buyingWords }: Pick<Model, 'buyingWords'>, topics: readonly string[]): number {
  let bits = 0
  if (topics.length > 0) for (const [at, { id }] of buyingWords.entries()) if (topics.includes(id)) bits |= 1 << at
  return bits
}

/** The topics again. */
export function topicsOfBits({ buyingWords }: Pick<Model, 'buyingWords'>, bits: number): string[] {
  return bits === 0 ? [] : buyingWords.flatMap(({ id }, at) => (bits & (1 << at) ? [id] : []))
}
