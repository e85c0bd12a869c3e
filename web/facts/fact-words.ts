import { useTranslation } from 'react-i18next'

/** Our words for what facts are called, what they hold, and the values that are words of ours. */
export function useFactWords() {
  const { t, i18n } = useTranslation('person')
  /** What others may have written is looked up only where it could be a word of ours. */
  const has = (group: string, key: string) => /^\w+$/.test(key) && i18n.exists(`person:${group}.${key}`)
  return {
    typeName: (type: string) => {
      const key = type.replace('.', '_')
      return has('fact', key) ? t(`fact.${key as 'poll_answered'}`) : type.replaceAll(/[._]/g, ' ')
    },
    dataName: (name: string) => (has('data', name) ? t(`data.${name as 'answer'}`) : name.replaceAll('_', ' ')),
    word: (value: string) => (has('word', value) ? t(`word.${value as 'yes'}`) : value),
  }
}
