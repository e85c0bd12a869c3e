import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../format.ts'
import { regional } from '../../../regional.ts'
import { useWhen } from '../../../when.ts'

/** 2023-01-01 was a Sunday. */
const sunday = Date.UTC(2023, 0, 1)
const day = 86_400_000

/** Days of the company's calendar in the language of the screen. */
export function useCalendarWords() {
  const { t, i18n } = useTranslation('formula')
  const format = useFormat()
  const when = useWhen()
  return useMemo(() => {
    const language = regional(i18n.language)
    const inWords = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    const weekday = inWords({ weekday: 'long' })
    const withinYear = inWords({ weekday: 'short', day: 'numeric', month: 'short' })
    return {
      /** 0 is Sunday. */
      weekday: (number: number) => weekday.format(sunday + number * day),
      /** A date, YYYY-MM-DD: `Tue, 22 Sept`. */
      withinYear: (date: string) => withinYear.format(Date.parse(date)),
      date: (date: string) => format.day(Date.parse(date), 'UTC'),
      /** Since when something is seen: `ever`, or a moment. */
      since: (since: string) => (since === 'ever' ? t('company.ever') : t('company.since', { day: when.day(since) })),
    }
  }, [t, i18n.language, format, when])
}
