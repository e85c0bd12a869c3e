import { apart } from './apart.ts'
import type { LedgerLine } from './ledger.ts'
import texts from './messages-he.json' with { type: 'json' }

const SENTENCES: Readonly<Record<string, unknown>> = texts
const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  doubts: texts.doubt,
  channel: texts.channel,
  attribute: texts.attribute,
}
const plural = new Intl.PluralRules('he')

/** A ledger line as one Hebrew sentence, as the screen says it. What comes from outside keeps its direction to itself. */
export function explainInHebrew({ rule, reason, params = {} }: Pick<LedgerLine, 'rule' | 'reason' | 'params'>): string {
  const words = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(name, value)]))
  const own = filled(sentenceOf(rule, params), words).replace(/ \([^)]*\)$/, '')
  return filled(sentenceOf(reason, params), { ...words, rule: own })
}

function sentenceOf(key: string, { title, count }: NonNullable<LedgerLine['params']>): string {
  const stem = title === undefined && `${key}_untitled` in SENTENCES ? `${key}_untitled` : key
  const counted = typeof count === 'number' ? SENTENCES[`${stem}_${plural.select(count)}`] : undefined
  const known = counted ?? (Object.hasOwn(SENTENCES, stem) ? SENTENCES[stem] : undefined)
  return typeof known === 'string' ? known : key.replaceAll('_', ' ')
}

function filled(sentence: string, words: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => words[name] ?? gap)
}

function said(name: string, value: string | number): string {
  const parts = PARTS[name]
  if (typeof value === 'number') return String(value)
  if (name === 'doubts') return value.replace(/\w+/g, (doubt) => parts?.[doubt] ?? doubt.replaceAll('_', ' '))
  return parts && Object.hasOwn(parts, value) ? parts[value]! : apart('rtl', value)
}
