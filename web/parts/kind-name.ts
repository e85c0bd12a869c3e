import { useTranslation } from 'react-i18next'

/** The kinds of webinar that the rules and the screens know; a company may use any other word. */
export const kinds = ['educational', 'demo', 'customer_story', 'co_branded'] as const

/** How a kind of webinar is called; a word of the company's own shows as it is. */
export function useKindName(): (kind: string) => string {
  const { t } = useTranslation()
  return (kind) => {
    const known = kinds.find((each) => each === kind)
    return known ? t(`kind.${known}`) : kind.replaceAll('_', ' ')
  }
}
