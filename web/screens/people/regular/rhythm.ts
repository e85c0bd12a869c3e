import { useTranslation } from 'react-i18next'
import type { Rhythm } from '../../../../src/domain/schedule.ts'
import { regional } from '../../../regional.ts'

/** 4 January 2026 was a Sunday. */
const sunday = Date.UTC(2026, 0, 4)

/** Names of the days of a week, Sunday first. */
export function useWeekdays(): string[] {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(regional(i18n.language), { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => format.format(sunday + day * 86_400_000))
}

/** When something is sent, in words. */
export function useRhythm(): (rhythm: Rhythm) => string {
  const { t } = useTranslation('people')
  const weekdays = useWeekdays()
  return (rhythm) => {
    if (rhythm.every === 'webinar') return t('regular.afterEach', { count: rhythm.hours })
    const { at, workingDaysOnly } = rhythm
    const words =
      rhythm.every === 'day'
        ? t('regular.daily', { at })
        : rhythm.every === 'week'
          ? t('regular.weekly', { weekday: weekdays[rhythm.weekday], at })
          : t('regular.monthly', { day: rhythm.day, at })
    return workingDaysOnly ? `${words}, ${t('regular.working')}` : words
  }
}
