import type { BuyingTopic, Language } from '../../../../src/domain/buying-word.ts'
import type { Model } from '../../../../src/domain/model.ts'

/** What separates words that are typed or pasted at once. */
const between = /[,;\n]+/
const longest = 60

/** The words in a text that somebody typed, tidied: one, or several with commas between them. */
export function typedWords(text: string): string[] {
  const words = text.split(between).map((word) => word.replace(/\s+/g, ' ').trim())
  return [...new Set(words.filter((word) => word !== '' && word.length <= longest))]
}

/** A model with more words of a topic; those that it has stay where they are. */
export function withWords(model: Model, topic: string, language: Language, words: readonly string[]): Model {
  return withList(model, topic, language, (list) => [...list, ...words.filter((word) => !list.includes(word))])
}

export function withoutWord(model: Model, topic: string, language: Language, word: string): Model {
  return withList(model, topic, language, (list) => list.filter((each) => each !== word))
}

function withList(model: Model, id: string, language: Language, edit: (list: string[]) => string[]): Model {
  const buyingWords = model.buyingWords.map((topic) =>
    topic.id === id ? { ...topic, words: { ...topic.words, [language]: edit(topic.words[language]) } } : topic,
  )
  return { ...model, buyingWords }
}

/** The id of a topic by the name that somebody gave it; null: it has no letter that an id can have. */
export function topicId(name: string): string | null {
  const id = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
  return id === '' ? null : id
}

export function withTopic(model: Model, id: string): Model {
  if (model.buyingWords.some((topic) => topic.id === id)) return model
  return { ...model, buyingWords: [...model.buyingWords, { id, words: { en: [], he: [], ru: [] } }] }
}

export function withoutTopic(model: Model, id: string): Model {
  return { ...model, buyingWords: model.buyingWords.filter((topic) => topic.id !== id) }
}

/** A model with the topics that it lacks of these. */
export function withTopics(model: Model, topics: readonly BuyingTopic[]): Model {
  const own = new Set(model.buyingWords.map(({ id }) => id))
  return { ...model, buyingWords: [...model.buyingWords, ...topics.filter(({ id }) => !own.has(id))] }
}
