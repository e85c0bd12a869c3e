import { useTranslation } from 'react-i18next'

/** How a rule is called on the screens: short. A rule that a company added itself shows its id, in words. */
export function useRuleName(): (rule: string) => string {
  const { t, i18n } = useTranslation('rules')
  return (rule) => (i18n.exists(`rules:${rule}`) ? t(rule as 'registered') : rule.replaceAll('_', ' '))
}
