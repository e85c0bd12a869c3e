import { useTranslation } from 'react-i18next'
import { type BuyingTopic, LANGUAGES } from '../../../src/domain/buying-word.ts'
import type { Condition } from '../../../src/domain/condition-schema.ts'
import type { Rule } from '../../../src/domain/rule.ts'
import type { Cap, Limit } from '../../../src/domain/rule-base.ts'
import { leftToRight } from '../../direction.ts'
import { useFormat } from '../../format.ts'
import { useRuleName } from '../../parts/rule-name.ts'
import { useTopicName } from '../../parts/topic-name.ts'
import type { Change } from './answers.ts'
import { useCalendarWords } from './company/calendar-words.ts'
import { conditionWords, visitsWords } from './words/condition-words.ts'
import { capWords, limitWords, ruleSentence } from './words/rule-sentence.ts'
import { type Say, useSay } from './words/say.ts'

/** What a change is called: the rule and its part, else the setting; what has no name here shows its path. */
export function useChangeName(): (change: Change) => string {
  const { t, i18n } = useTranslation('formula')
  const topicName = useTopicName()
  const nameOf = useRuleName()
  const known = (area: 'part' | 'setting', name: string) =>
    i18n.exists(`formula:change.${area}.${name}`) ? t(`change.${area}.${name as never}` as 'change.on') : null
  return ({ path, rule }) => {
    if (rule !== null) {
      const part = path.split('.').slice(2).join('.')
      return part === '' || part === 'points' ? nameOf(rule) : `${nameOf(rule)}: ${known('part', part) ?? part}`
    }
    if (path.startsWith('buyingWords')) return wordsOfBuying(path)
    const [top = '', ...rest] = path.replace(/^(?:thresholds|fit|observes|calendar)\./, '').split('.')
    const name = known('setting', top)
    if (name === null) return path
    return rest.length > 0 ? `${name}: ${rest.join('.')}` : name
  }
  /** `buyingWords.price.words.he`: which topic, and in which language. */
  function wordsOfBuying(path: string): string {
    const [, topic, , language] = path.split('.')
    const name = t('change.setting.buyingWords')
    if (topic === undefined) return name
    const own = LANGUAGES.find((each) => each === language)
    const parts = own ? `${topicName(topic)}, ${t(`buying.language.${own}`)}` : topicName(topic)
    return `${name}: ${parts}`
  }
}

type Worded = (say: Say, value: never) => string

/** What stands in the file as more than a number or a text, in words: by where it stands. */
const worded: [where: RegExp, Worded][] = [
  [
    /^thresholds\.\w+$|^rules\.\w+\.when$|^fit\.characteristics\./,
    (say, value: Condition) => conditionWords(say, value),
  ],
  [/^fit\.audiences\./, (say, { when }: { when: Condition }) => conditionWords(say, when)],
  [/^rules\.\w+\.lists$/, (say, lists: Condition[]) => say.or(lists.map((list) => conditionWords(say, list)))],
  [/^rules\.\w+\.visits$/, (say, value: never) => visitsWords(say, value)],
  [/^rules\.\w+\.cap$|^groups\./, (say, value: Cap) => capWords(say, value)],
  [/^rules\.\w+\.limit$/, (say, value: Limit) => limitWords(say, value)],
  [/^buyingWords\./, (say, { words }: BuyingTopic) => say.or(LANGUAGES.flatMap((language) => words[language]))],
  [/^roles\./, (say, { titles }: { titles: string[] }) => say.or(titles)],
  [/^tests\./, (_, { because, name }: { because?: string; name: string }) => because ?? name],
]

/** A value before or after a change in words; `isCode`: there are none, and it stands as in the file. */
export function useValueWords(): (change: Change, value: unknown) => { text: string; isCode: boolean } {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const say = useSay()
  const calendar = useCalendarWords()
  const words = (text: string) => ({ text, isCode: false })
  return ({ path, rule }, value) => {
    if (value === null || value === undefined) return words(t('versions.nothing'))
    if (rule !== null && path.split('.').length === 2) return words(ruleWords(value as Rule))
    if (typeof value === 'boolean') return words(t(value ? 'change.on' : 'change.off'))
    if (/^rules\..*\.points$/.test(path)) return words(leftToRight(format.points(value as number)))
    if (typeof value === 'number') return words(leftToRight(format.number(value)))
    if (typeof value === 'string') return words(ofCompany(path, value) ?? value)
    if (path === 'calendar.weekend') return words(say.and((value as number[]).map(calendar.weekday)))
    if (Array.isArray(value) && value.length === 0) return words(t('versions.nothing'))
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return words(say.and(value))
    const [, inWords] = worded.find(([where]) => where.test(path)) ?? []
    return inWords ? words(inWords(say, value as never)) : { text: JSON.stringify(value), isCode: true }
  }
  function ofCompany(path: string, value: string): string | null {
    if (path === 'calendar.holidays') return calendar.date(value)
    return path.startsWith('observes.') ? calendar.since(value) : null
  }
  function ruleWords(rule: Rule): string {
    return `${leftToRight(format.points(rule.points))} · ${ruleSentence(say, rule)}`
  }
}
