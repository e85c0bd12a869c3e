import type { Role } from './model.ts'
import type { Profile } from './profile.ts'

/** Tells the role that a profile has in buying; null: none of the model's roles. */
export type RoleOf = (profile: Profile) => string | null

type Pattern = readonly { word: string; open: boolean }[]

/** Titles are short and repeat: so many are remembered. */
const MOST_REMEMBERED = 20_000

/**
 * A role that the person chose in a form holds, if it is one of the model's; else the first role one of whose titles
 * stands in the job title. Case, accents, points and quotes do not matter, in English, Hebrew and Russian alike.
 */
export function rolesOf(roles: readonly Role[]): RoleOf {
  const compiled = roles.map(({ id, titles, except }) => ({
    id,
    titles: titles.map(patternOf),
    except: except.map(patternOf),
  }))
  const remembered = new Map<string, string | null>()
  const ofTitle = (title: string) => {
    const words = wordsOf(title)
    const stands = (pattern: Pattern) => standsIn(pattern, words)
    return compiled.find(({ titles, except }) => titles.some(stands) && !except.some(stands))?.id ?? null
  }
  return ({ jobTitle, attributes }) => {
    const chosen = attributes && Object.hasOwn(attributes, 'role') ? attributes.role : undefined
    if (typeof chosen === 'string' && roles.some(({ id }) => id === chosen)) return chosen
    if (jobTitle === undefined || roles.length === 0) return null
    const known = remembered.get(jobTitle)
    if (known !== undefined) return known
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const found = ofTitle(jobTitle)
    remembered.set(jobTitle, found)
    return found
  }
}

function patternOf(title: string): Pattern {
  return wordsOf(title, '*').map((word) =>
    word.endsWith('*') ? { word: word.slice(0, -1), open: true } : { word, open: false },
  )
}

/** Quotes inside a word are part of abbreviations (סמנכ"ל) and fall away; anything else that is no letter parts words. */
function wordsOf(title: string, alsoLetter = ''): string[] {
  const plain = title
    .normalize('NFKD')
    .replace(/[\p{M}"'״׳’”`.]/gu, '')
    .toLowerCase()
  return plain.split(alsoLetter ? /[^\p{L}\p{N}*]+/u : /[^\p{L}\p{N}]+/u).filter(Boolean)
}

function standsIn(pattern: Pattern, words: readonly string[]): boolean {
  if (pattern.length === 0) return false
  for (let from = 0; from + pattern.length <= words.length; from++) {
    if (pattern.every(({ word, open }, at) => (open ? words[from + at]!.startsWith(word) : words[from + at] === word)))
      return true
  }
  return false
}
