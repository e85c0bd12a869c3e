import { type BuyingTopic, LANGUAGES } from './buying-word.ts'
import type { Model } from './model.ts'

/** How wide a line of a long list may be. */
const WIDTH = 110

/** What people look for first; all that is not named here stands before the lists, in the order of the alphabet. */
const FIRST = ['template', 'name', 'goals', 'thresholds', 'callsPerDay', 'disqualify']
const LAST = ['fit', 'groups', 'roles', 'rules', 'tests', 'pageGroups', 'buyingWords', 'calendar', 'staffDomains']
/** Left out while there is nothing in them. */
const MAY_BE_MISSING = ['goals', 'groups', 'roles', 'buyingWords', 'tests']
const IN_LINES = ['thresholds', 'fit', 'groups', 'pageGroups']
const LISTS = ['disposableMailboxes', 'freeMailboxes']

/** Within a rule, a role, a test: what it is called and worth stands before what it asks, words about it after. */
const MEMBERS = [
  'id',
  'name',
  'kind',
  'points',
  'origin',
  'enabled',
  'section',
  'type',
  'at',
  'asOf',
  'attribute',
  'titles',
  'min',
]
const ENDING = ['expect', 'holidays', 'because', 'note']

/**
 * A model as the file that people read and compare: one rule a line, long lists wrapped and last. Equal models give
 * equal texts; parsing the text gives the same model.
 */
export function modelText(model: Model): string {
  const keys = ordered(model, FIRST, [...LAST, ...LISTS]) as (keyof Model)[]
  const members = keys
    .filter((key) => !(MAY_BE_MISSING.includes(key) && Object.keys(model[key] as object).length === 0))
    .map((key) => `  ${JSON.stringify(key)}: ${memberText(key, model[key])}`)
  return `{\n${members.join(',\n')}\n}\n`
}

function memberText(key: string, value: unknown): string {
  if (key === 'buyingWords') return inLines('[', (value as Model['buyingWords']).map(topicText), ']')
  if (key === 'calendar') return calendarText(value as Model['calendar'])
  if (LISTS.includes(key) || key === 'staffDomains') return wrapped(value as string[], initialOf, '  ')
  if (Array.isArray(value)) return inLines('[', value.map(lineOf), ']')
  if (IN_LINES.includes(key)) return inLines('{', entriesOf(value as object).map(memberLine), '}')
  return lineOf(value)
}

function memberLine([key, value]: [string, unknown]): string {
  return `${JSON.stringify(key)}: ${lineOf(value)}`
}

function inLines(open: string, lines: readonly string[], close: string): string {
  return lines.length === 0 ? open + close : `${open}\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ${close}`
}

function calendarText({ holidays, ...rest }: Model['calendar']): string {
  const lines = entriesOf(rest).map(memberLine)
  return inLines('{', [...lines, `"holidays": ${wrapped(holidays, yearOf, '    ')}`], '}')
}

/** Its words by language, those of each in lines of their own. */
function topicText({ id, words }: BuyingTopic): string {
  const lists = LANGUAGES.map((language) => {
    const list = wrapped(words[language], () => '', '      ')
    return `      ${JSON.stringify(language)}: ${list}`
  })
  return `{ "id": ${JSON.stringify(id)}, "words": {\n${lists.join(',\n')}\n    } }`
}

const initialOf = (text: string) => text[0] ?? ''
const yearOf = (date: string) => date.slice(0, 4)

/** A new line begins with each new `group` too, so that one more entry moves only its neighbours. */
function wrapped(list: readonly string[], group: (text: string) => string, indent: string): string {
  if (list.length === 0) return '[]'
  const lines: string[] = []
  for (const [at, text] of list.entries()) {
    const word = JSON.stringify(text) + (at < list.length - 1 ? ',' : '')
    const line = lines.at(-1)
    const begins = line === undefined || group(text) !== group(list[at - 1]!) || line.length + word.length >= WIDTH
    if (begins) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return `[\n${lines.map((line) => `${indent}  ${line}\n`).join('')}${indent}]`
}

/** A value on one line, members in the order in which they are read. */
function lineOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(lineOf).join(', ')}]`
  const members = ordered(value, MEMBERS, ENDING)
    .filter((key) => !(key === 'enabled' && (value as { enabled: unknown }).enabled === true && 'kind' in value))
    .map((key) => memberLine([key, (value as Record<string, unknown>)[key]]))
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The keys of what is there, those of `first` before and those of `last` behind the others. */
function ordered(value: object, first: readonly string[], last: readonly string[]): string[] {
  const keys = Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined)
  const rest = keys.filter((key) => !first.includes(key) && !last.includes(key)).sort()
  const own = (names: readonly string[]) => names.filter((name) => keys.includes(name))
  return [...own(first), ...rest, ...own(last)]
}
