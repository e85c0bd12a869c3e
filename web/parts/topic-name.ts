import { useTranslation } from 'react-i18next'

/** How a topic of buying is called; one of the company's own shows as it is. */
export function useTopicName(): (topic: string) => string {
  const { t, i18n } = useTranslation()
  return (topic) => (i18n.exists(`common:topic.${topic}`) ? t(`topic.${topic as 'price'}`) : topic.replaceAll('_', ' '))
}
