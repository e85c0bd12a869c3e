import { z } from 'zod'

/** The languages in which words stand. Each has its own endings, so the language counts, not only the letters. */
export const LANGUAGES = ['en', 'he', 'ru'] as const
export type Language = (typeof LANGUAGES)[number]

const words = z.array(z.string().trim().min(1).max(60)).max(200).default([])

/** What buyers ask about, and the words that show it. */
export const BuyingTopicSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** Whole words in a row; a star at the end of a word stands for any ending. */
  words: z.strictObject({ en: words, he: words, ru: words }),
})

export type BuyingTopic = z.infer<typeof BuyingTopicSchema>
