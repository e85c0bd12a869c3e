import { type BuyingTopic, LANGUAGES } from './buying-word.ts'
import { addTo } from './order.ts'
import { placedWords } from './placed-words.ts'
import { barePlaces, isSought, type Sought, soughtOf } from './word-forms.ts'

/** A word of a topic that stands in a text: as the model has it, and where (UTF-16). */
export interface BuyingSignal {
  readonly topic: string
  readonly word: string
  readonly at: number
  readonly length: number
}

/** Finds what somebody says about buying: in the order of the text, of one topic never two at one place. */
export type BuyingIn = (text: string) => readonly BuyingSignal[]

interface Entry {
  readonly topic: string
  readonly word: string
  readonly sought: readonly Sought[]
}

const none: readonly BuyingSignal[] = []

/** Texts are looked at again and again while a webinar runs: so many characters of them are remembered. */
const MOST_REMEMBERED = 400_000

/**
 * Makes word lists ready; null where there are no words. Whole words count, in any case and form; the time is that of one
 * pass through the text.
 */
export function buyingIn(topics: readonly BuyingTopic[]): BuyingIn | null {
  const entries = topics.flatMap(entriesOf)
  if (entries.length === 0) return null
  const begins = beginningsOf(entries)
  const remembered = new Map<string, readonly BuyingSignal[]>()
  let characters = 0
  return (text) => {
    const known = remembered.get(text)
    if (known) return known
    const found = signalsIn(text, begins)
    characters += text.length
    if (characters > MOST_REMEMBERED) remembered.clear()
    if (characters > MOST_REMEMBERED) characters = text.length
    remembered.set(text, found)
    return found
  }
}

/** The topics among signals, each once, in the order in which they first come up. */
export function topicsOf(signals: readonly BuyingSignal[]): string[] {
  return [...new Set(signals.map(({ topic }) => topic))]
}

function entriesOf({ id, words }: BuyingTopic): Entry[] {
  return LANGUAGES.flatMap((language) =>
    words[language].map((word) => ({ topic: id, word, sought: soughtOf(word, language) })),
  ).filter(({ sought }) => sought.length > 0)
}

/** Entries by the forms, or by the stem, of their first word. */
interface Beginnings {
  readonly forms: ReadonlyMap<string, readonly Entry[]>
  readonly stems: ReadonlyMap<string, readonly Entry[]>
  readonly lengths: readonly number[]
}

function beginningsOf(entries: readonly Entry[]): Beginnings {
  const forms = new Map<string, Entry[]>()
  const stems = new Map<string, Entry[]>()
  for (const entry of entries) {
    const [first] = entry.sought as [Sought]
    if ('stem' in first) addTo(stems, first.stem, entry)
    else for (const form of first.forms) addTo(forms, form, entry)
  }
  const lengths = [...new Set([...stems.keys()].map((stem) => stem.length))].sort((a, b) => a - b)
  return { forms, stems, lengths }
}

function signalsIn(text: string, begins: Beginnings): readonly BuyingSignal[] {
  const words = placedWords(text)
  const signals: BuyingSignal[] = []
  /** Up to which word each topic has been found. */
  const coveredTo = new Map<string, number>()
  for (let first = 0; first < words.length; first++) {
    for (const [topic, { word, sought }] of longestAt(first)) {
      if ((coveredTo.get(topic) ?? 0) > first) continue
      coveredTo.set(topic, first + sought.length)
      const { at } = words[first]!
      signals.push({ topic, word, at, length: words[first + sought.length - 1]!.end - at })
    }
  }
  return signals.length > 0 ? signals : none

  function longestAt(first: number): Map<string, Entry> {
    const longest = new Map<string, Entry>()
    for (const entry of beginningWith(words[first]!.word, begins)) {
      const { topic, sought } = entry
      if (sought.length <= (longest.get(topic)?.sought.length ?? 0)) continue
      if (sought.every((each, at) => at === 0 || isNext(each, first + at))) longest.set(topic, entry)
    }
    return longest
  }

  function isNext(sought: Sought, at: number): boolean {
    const word = words[at]
    return word?.joined === true && isSought(sought, word.word)
  }
}

function* beginningWith(word: string, { forms, stems, lengths }: Beginnings): Iterable<Entry> {
  for (const from of barePlaces(word)) {
    const bare = from === 0 ? word : word.slice(from)
    yield* forms.get(bare) ?? []
    for (const length of lengths) {
      if (length > bare.length) break
      yield* stems.get(bare.slice(0, length)) ?? []
    }
  }
}
