/** The languages in which words stand. Each has its own endings, so the language counts, not only the letters. */
export const LANGUAGES = ['en', 'he', 'ru'] as const
export type Language = (typeof LANGUAGES)[number]

/** What buyers ask about, and the words that show it. */
export interface BuyingTopic {
  id: string
  /** Whole words in a row; a star at the end of a word stands for any ending. */
  words: Record<Language, string[]>
}
