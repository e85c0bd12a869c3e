import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import { apart } from '../../src/domain/apart.ts'
import type { PersonAnswer } from '../../src/http/workspace/people.ts'

/** A line of a scorecard's ledger, as the API gives it. */
export type LedgerLine = PersonAnswer['scorecard']['ledger'][number]

type Told = Pick<LedgerLine, 'rule' | 'message' | 'params'>

/** A ledger line as one sentence in the language of the screen. */
export function useLedgerSentence(): (line: Told) => string {
  const { i18n } = useTranslation('ledger')
  return (line) => ledgerSentence(i18n, line)
}

/** As `explain` of the server says it in English. A rule that a company added itself is named by its id. */
export function ledgerSentence(i18n: i18n, { rule, message, params }: Told): string {
  const words = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, worded(i18n, name, value)]))
  const own = sentenceOf(i18n, rule, words, params.count).replace(/ \([^)]*\)$/, '')
  return sentenceOf(i18n, message, { ...words, rule: own }, params.count)
}

function sentenceOf(i18n: i18n, key: string, words: Record<string, string | number>, count: unknown): string {
  const plural = typeof count === 'number' ? { count } : {}
  const options = { ns: 'ledger', replace: words, context: 'title' in words ? '' : 'untitled', ...plural } as const
  return i18n.exists(key, options) ? i18n.getFixedT(null, 'ledger')(key as 'report_downloaded', options) : inWords(key)
}

function worded(i18n: i18n, name: string, value: string | number): string | number {
  if (typeof value === 'number') return value
  if (name === 'doubts') return value.replace(/\w+/g, (doubt) => doubtName(i18n, doubt))
  if (name === 'channel' && i18n.exists(`ledger:channel.${value}`))
    return i18n.getFixedT(null, 'ledger')(`channel.${value as 'mail'}`)
  const known = name === 'attribute' && i18n.exists(`ledger:attribute.${value}`)
  return known ? i18n.getFixedT(null, 'ledger')(`attribute.${value as 'company'}`) : apart(i18n.dir(), value)
}

/** Why details of a person are doubtful, in words. */
export function doubtName(i18n: i18n, doubt: string): string {
  const isKnown = i18n.exists(`ledger:doubt.${doubt}`)
  return isKnown ? i18n.getFixedT(null, 'ledger')(`doubt.${doubt as 'bounced_address'}`) : inWords(doubt)
}

function inWords(key: string): string {
  return key.replaceAll('_', ' ')
}
