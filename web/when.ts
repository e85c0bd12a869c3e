import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'
import { useTimezone } from './workspace.ts'

/** Moments as the company's own clock shows them. */
export function useWhen() {
  const format = useFormat()
  const timezone = useTimezone()
  return useMemo(
    () => ({
      day: (at: string | number) => format.day(at, timezone),
      dayAndTime: (at: string | number) => format.dayAndTime(at, timezone),
      time: (at: string | number) => format.time(at, timezone),
    }),
    [format, timezone],
  )
}

/** The start of a webinar as it was advertised; where nobody planned one, when its room was opened. */
export function advertisedStart(webinar: { scheduledAt: string | null; startsAt: string | null }): string | null {
  return webinar.scheduledAt ?? webinar.startsAt
}

/** Seconds in words: `45 sec`, `12 min`, `1 hr 12 min`, from two days on `2 days`. */
export function lengthIn(language: string): (seconds: number) => string {
  const unit = (name: string) => {
    const words = new Intl.NumberFormat(language, { style: 'unit', unit: name, maximumFractionDigits: 0 })
    return (value: number) => words.format(value)
  }
  const [days, hours, minutes, rest] = [unit('day'), unit('hour'), unit('minute'), unit('second')]
  return (seconds) => {
    if (seconds < 60) return rest(Math.floor(seconds))
    const whole = Math.floor(seconds / 60)
    if (whole < 60) return minutes(whole)
    if (whole >= 2 * 24 * 60) return days(Math.floor(whole / (24 * 60)))
    return whole % 60 === 0 ? hours(whole / 60) : `${hours(Math.floor(whole / 60))} ${minutes(whole % 60)}`
  }
}

export function useLength(): (seconds: number) => string {
  const { i18n } = useTranslation()
  return useMemo(() => lengthIn(i18n.language), [i18n.language])
}
