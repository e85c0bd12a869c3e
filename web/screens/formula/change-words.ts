import { useTranslation } from 'react-i18next'
import type { Condition } from '../../../src/domain/condition-schema.ts'
import type { Rule } from '../../../src/domain/rule.ts'
import { leftToRight } from '../../direction.ts'
import { useFormat } from '../../format.ts'
import { useRuleName } from '../../parts/rule-name.ts'
import type { Change } from './answers.ts'
import { conditionWords } from './words/condition-words.ts'
import { ruleSentence } from './words/rule-sentence.ts'
import { useSay } from './words/say.ts'

const parts = ['points', 'enabled', 'note', 'origin', 'section', 'when', 'limit', 'cap', 'group'] as const
const settings = ['mql', 'sql', 'callsPerDay', 'goals', 'rules', 'tests', 'roles', 'groups', 'pageGroups'] as const

/** What a change is called: the rule and its part, else the setting; what has no name here shows its path. */
export function useChangeName(): (change: Change) => string {
  const { t } = useTranslation('formula')
  const nameOf = useRuleName()
  return ({ path, rule }) => {
    if (rule !== null) {
      const part = path.split('.').slice(2).join('.')
      const known = parts.find((each) => each === part)
      if (part === '' || part === 'points') return nameOf(rule)
      return `${nameOf(rule)}: ${known ? t(`change.part.${known}`) : part}`
    }
    const bare = path.replace(/^thresholds\./, '')
    const known = settings.find((each) => each === bare)
    return known ? t(`change.setting.${known}`) : path
  }
}

/** A value before or after a change in words; `isCode`: there are none, and it stands as in the file. */
export function useValueWords(): (change: Change, value: unknown) => { text: string; isCode: boolean } {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const say = useSay()
  const ruleWords = (rule: Rule) => `${leftToRight(format.points(rule.points))} · ${ruleSentence(say, rule)}`
  const worded = (text: string) => ({ text, isCode: false })
  return ({ path, rule }, value) => {
    if (value === null || value === undefined) return worded(t('versions.nothing'))
    if (rule !== null && path.split('.').length === 2) return worded(ruleWords(value as Rule))
    if (/^rules\..*\.enabled$/.test(path)) return worded(t(value ? 'change.on' : 'change.off'))
    if (/^rules\..*\.points$/.test(path)) return worded(leftToRight(format.points(value as number)))
    if (typeof value === 'number') return worded(leftToRight(format.number(value)))
    if (typeof value === 'string') return worded(value)
    if (path.startsWith('thresholds.')) return worded(conditionWords(say, value as Condition))
    return { text: JSON.stringify(value), isCode: true }
  }
}
