import type { Language } from './buying-word.ts'
import { placedWords } from './placed-words.ts'

/** A word to look for: in one of these forms, or `stem` with any ending. */
export type Sought = { readonly forms: ReadonlySet<string> } | { readonly stem: string }

/** The words of an entry, in a row, as they are looked for; none where it has no letter. */
export function soughtOf(entry: string, language: Language): Sought[] {
  return placedWords(entry).map(({ word, end }) =>
    entry[end] === '*' ? { stem: word } : { forms: new Set([word, ...OTHER_FORMS[language](word)]) },
  )
}

/** Whether a word of a text is one that is looked for, as it is or behind Hebrew prefixes. */
export function isSought(sought: Sought, word: string): boolean {
  return barePlaces(word).some((from) => {
    const bare = from === 0 ? word : word.slice(from)
    return 'stem' in sought ? bare.startsWith(sought.stem) : sought.forms.has(bare)
  })
}

const OTHER_FORMS: Readonly<Record<Language, (word: string) => string[]>> = {
  en: englishPlurals,
  he: hebrewForms,
  // Russian endings are too many to be made up: its words stand in all forms, or with a star.
  ru: () => [],
}

function englishPlurals(word: string): string[] {
  if (word.length < 3) return []
  return [`${word}s`, `${word}es`, ...(word.endsWith('y') ? [`${word.slice(0, -1)}ies`] : [])]
}

/** Plural and construct, by the ending (letters are folded, so none is final). */
function hebrewForms(word: string): string[] {
  if (word.length < 3) return []
  const [stem, shorter] = [word.slice(0, -1), word.slice(0, -2)]
  if (word.endsWith('ה')) return ['ת', 'ות', 'ימ', 'י'].map((ending) => stem + ending)
  if (word.endsWith('ית')) return [`${stem}ות`]
  if (word.endsWith('ות')) return [`${shorter}ויות`]
  if (word.endsWith('ת')) return [`${stem}ות`]
  return ['ימ', 'י', 'ות'].map((ending) => word + ending)
}

/** And, that or when, in or to or from or as, the: each may be missing, in this order. */
const PREFIXES: ReadonlySet<string> = new Set(
  ['', 'ו'].flatMap((and) =>
    ['', 'ש', 'כש', 'מש', 'לכש'].flatMap((that) =>
      ['', 'ב', 'ל', 'מ', 'כ'].flatMap((from) => ['', 'ה'].map((the) => and + that + from + the)),
    ),
  ),
)
const LONGEST_PREFIX = 6
const WHOLE = [0]

/** From where on a word may be the one that is meant: from its beginning, and behind Hebrew prefixes. */
export function barePlaces(word: string): readonly number[] {
  if (!(word >= 'א' && word < 'ת\uffff')) return WHOLE
  const places: number[] = []
  for (let from = 0; from <= LONGEST_PREFIX && from < word.length; from++)
    if (PREFIXES.has(word.slice(0, from))) places.push(from)
  return places
}
