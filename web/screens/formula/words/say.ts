import type { i18n, TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../format.ts'
import { useKindName } from '../../../parts/kind-name.ts'
import { useRuleName } from '../../../parts/rule-name.ts'
import { useTopicName } from '../../../parts/topic-name.ts'

/** What a rule's sentence is made with: texts, lists, lengths and names in the language of the screen. */
export interface Say {
  t: TFunction<'conditions'>
  number: (value: number) => string
  percent: (share: number) => string
  /** `20 seconds`, `2.5 minutes`. */
  length: (seconds: number) => string
  /** `14 days`. */
  days: (days: number) => string
  hours: (hours: number) => string
  and: (parts: readonly string[]) => string
  or: (parts: readonly string[]) => string
  /** Parts of a sentence one after the other. */
  together: (parts: readonly string[]) => string
  rule: (id: string) => string
  webinarKind: (kind: string) => string
  /** A topic of buying. */
  topic: (topic: string) => string
  /** A value, an attribute or a channel that Ripen knows, in words; another one as it is. */
  known: (area: 'value' | 'attribute' | 'channel', id: string) => string
}

interface Names {
  rule: (id: string) => string
  webinarKind: (kind: string) => string
  topic: (topic: string) => string
  number: (value: number) => string
  percent: (share: number) => string
}

export function sayIn(i18n: i18n, names: Names): Say {
  const t = i18n.getFixedT(null, 'conditions')
  const { language } = i18n
  const unit = (name: string) => {
    const words = new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: 'long',
      maximumFractionDigits: 1,
    })
    return (value: number) => words.format(value)
  }
  const [second, minute] = [unit('second'), unit('minute')]
  const and = new Intl.ListFormat(language, { type: 'conjunction' })
  const or = new Intl.ListFormat(language, { type: 'disjunction' })
  return {
    ...names,
    t,
    length: (seconds) => (seconds < 60 ? second(seconds) : minute(seconds / 60)),
    days: unit('day'),
    hours: unit('hour'),
    and: (parts) => and.format(parts),
    or: (parts) => or.format(parts),
    together: (parts) => parts.reduce((first, second) => t('comma', { first, second })),
    known: (area, id) =>
      i18n.exists(`conditions:${area}.${id}`) ? t(`${area}.${id}` as 'value.other') : id.replaceAll('_', ' '),
  }
}

export function useSay(): Say {
  const { i18n } = useTranslation('conditions')
  const { number, percent } = useFormat()
  const rule = useRuleName()
  const webinarKind = useKindName()
  const topic = useTopicName()
  // The names change with the language alone.
  return useMemo(() => sayIn(i18n, { rule, webinarKind, topic, number, percent }), [i18n.language])
}
