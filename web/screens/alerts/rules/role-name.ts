import { useTranslation } from 'react-i18next'

/** How a role in buying is called; one of the company's own shows as it is. */
export function useRoleName(): (role: string) => string {
  const { t, i18n } = useTranslation('alerts')
  return (role) => (i18n.exists(`alerts:role.${role}`) ? t(`role.${role as 'influencer'}`) : role.replaceAll('_', ' '))
}
