import { useTranslation } from 'react-i18next'
import type { AlertRule } from '../../../../src/domain/alert/rule.ts'
import { useFormat } from '../../../format.ts'
import { useKindName } from '../../../parts/kind-name.ts'
import { useTopicName } from '../../../parts/topic-name.ts'
import { useRoleName } from './role-name.ts'
import { fieldsOf } from './who.ts'

/** What a rule asks of people, and when it is told, each in a few words. */
export function useRuleWords(): (rule: AlertRule) => { whom: string[]; when: string[] } {
  const { t, i18n } = useTranslation(['alerts', 'common'])
  const format = useFormat()
  const [kindName, topicName, roleName] = [useKindName(), useTopicName(), useRoleName()]
  const or = (items: readonly string[]) => new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(items)
  const said = (
    key: 'kinds' | 'grades' | 'stages' | 'topics' | 'countries' | 'roles' | 'companies',
    items: string[],
  ) => (items.length > 0 ? [t(`asks.${key}`, { list: or(items) })] : [])
  return ({ filters, accounts, quietHours, workingDaysOnly, digest }) => {
    const { webinarKinds = [], minScore, grades = [], stages = [], minMinutes, topics = [], who } = filters
    const { countries, roles, companies, rest } = fieldsOf(who)
    return {
      whom: [
        ...said('kinds', webinarKinds.map(kindName)),
        ...(minScore === undefined ? [] : [t('asks.minScore', { score: format.number(minScore) })]),
        ...said('grades', grades),
        ...said(
          'stages',
          stages.map((stage) => t(`common:stage.${stage}`)),
        ),
        ...(minMinutes === undefined ? [] : [t('asks.minMinutes', { minutes: format.number(minMinutes) })]),
        ...said('topics', topics.map(topicName)),
        ...said('countries', countries ? [countries] : []),
        ...said('roles', roles.map(roleName)),
        ...said('companies', companies ? [companies] : []),
        ...(accounts ? [t('asks.accounts', { count: accounts.length, number: format.count(accounts.length) })] : []),
        ...(rest.length > 0 ? [t('asks.rest')] : []),
      ],
      when: [
        ...(digest
          ? [
              'dailyAt' in digest
                ? t('asks.daily', { at: digest.dailyAt })
                : t('asks.every', { minutes: digest.everyMinutes }),
            ]
          : []),
        ...(quietHours ? [t('asks.quiet', quietHours)] : []),
        ...(workingDaysOnly ? [t('asks.workingDays')] : []),
      ],
    }
  }
}
