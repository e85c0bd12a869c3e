import { useTranslation } from 'react-i18next'
import { regional } from './regional.ts'

const minus = '−'

/** How numbers and times are written in a language. Points carry their sign; the minus is a true one. */
export function formatIn(language: string) {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const fine = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const date = (options: Intl.DateTimeFormatOptions) => (at: string | number, timezone?: string) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: timezone }).format(new Date(at))
  const near = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const number = (value: number) => fine.format(value).replace(/^(\P{N}*)-/u, `$1${minus}`)
  return {
    count: (value: number) => whole.format(value),
    /** `104`, `−22`, `7.5`. */
    number,
    /** `+50`, `−22`, `+0`. */
    points: (value: number) => (value < 0 ? number(value) : `+${number(value)}`),
    percent: (share: number) => percent.format(share),
    /** As the ledger tells attendance, in full per cents: 0.979 is 97 %. */
    fullPercent: (share: number) => percent.format(Math.floor(share * 100 + 1e-9) / 100),
    day: date({ dateStyle: 'medium' }),
    dayAndTime: date({ dateStyle: 'medium', timeStyle: 'short' }),
    time: date({ timeStyle: 'short' }),
    /** Seconds of a webinar as `41:05`, or `1:02:00` from an hour on. */
    clock: clockOf,
    minutes: (seconds: number) => whole.format(Math.floor(seconds / 60)),
    /** `in 2 hours`, `5 minutes ago`: how far a moment is from another, in ms. */
    fromNow: (ms: number) => near.format(...farAway(ms)),
  }
}

function farAway(ms: number): [number, Intl.RelativeTimeFormatUnit] {
  const minutes = Math.round(ms / 60_000)
  if (Math.abs(minutes) < 60) return [minutes, 'minute']
  const hours = Math.round(minutes / 60)
  return Math.abs(hours) < 36 ? [hours, 'hour'] : [Math.round(hours / 24), 'day']
}

export function clockOf(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

export type Format = ReturnType<typeof formatIn>

/** Formatters are dear to make, and a list has many parts that want them: one set a language. */
const made = new Map<string, Format>()

export function useFormat(): Format {
  const language = regional(useTranslation().i18n.language)
  const format = made.get(language) ?? formatIn(language)
  made.set(language, format)
  return format
}
