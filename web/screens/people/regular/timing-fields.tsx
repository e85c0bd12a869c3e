import { useTranslation } from 'react-i18next'
import type { Rhythm } from '../../../../src/domain/schedule.ts'
import { Choice } from '../../../parts/choice.tsx'
import { useTimezone } from '../../../workspace.ts'
import { useWeekdays } from './rhythm.ts'

/** What somebody has chosen so far; a day of the week stays when the month is looked at. */
export interface Timing {
  every: Rhythm['every']
  weekday: string
  day: string
  at: string
  days: 'any' | 'working'
  /** After the end of a webinar. */
  hours: string
}

export const emptyTiming: Timing = { every: 'week', weekday: '1', day: '1', at: '08:00', days: 'any', hours: '1' }

const waits = [0, 1, 2, 4, 12, 24, 48]
const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
const dates = Array.from({ length: 31 }, (_, day) => String(day + 1))

/** As it was chosen; what its rhythm does not ask for is as at first. */
export function timingOf(when: Rhythm): Timing {
  if (when.every === 'webinar') return { ...emptyTiming, every: 'webinar', hours: String(when.hours) }
  const { every, at, workingDaysOnly } = when
  const own = { every, at, days: workingDaysOnly ? 'working' : 'any' } as const
  return {
    ...{ ...emptyTiming, ...own },
    ...(when.every === 'week' && { weekday: String(when.weekday) }),
    ...(when.every === 'month' && { day: String(when.day) }),
  }
}

export function rhythmOf({ every, weekday, day, at, days, hours }: Timing): Rhythm {
  if (every === 'webinar') return { every, hours: Number(hours) }
  const own = { at, workingDaysOnly: days === 'working' }
  if (every === 'day') return { every, ...own }
  return every === 'week' ? { every, weekday: Number(weekday), ...own } : { every, day: Number(day), ...own }
}

export function TimingFields({ timing, onChange }: { timing: Timing; onChange: (timing: Timing) => void }) {
  const { t } = useTranslation('people')
  const weekdays = useWeekdays()
  const set = (changed: Partial<Timing>) => onChange({ ...timing, ...changed })
  return (
    <>
      <Choice
        label={t('regular.every')}
        value={timing.every}
        options={(['webinar', 'day', 'week', 'month'] as const).map((every) => [every, t(`regular.${every}`)] as const)}
        onChange={(every) => set({ every })}
      />
      {timing.every === 'webinar' && (
        <Choice
          label={t('regular.hours')}
          hint={t('regular.hoursHint')}
          value={timing.hours}
          options={[...new Set([...waits, Number(timing.hours)])]
            .sort((a, b) => a - b)
            .map((count) => [String(count), t('regular.hoursOf', { count })] as const)}
          onChange={(hours) => set({ hours })}
        />
      )}
      {timing.every === 'week' && (
        <Choice
          label={t('regular.weekday')}
          value={timing.weekday}
          options={weekdays.map((name, day) => [String(day), name] as const)}
          onChange={(weekday) => set({ weekday })}
        />
      )}
      {timing.every === 'month' && (
        <Choice
          label={t('regular.dayOfMonth')}
          hint={t('regular.dayHint')}
          value={timing.day}
          options={dates.map((day) => [day, day] as const)}
          onChange={(day) => set({ day })}
        />
      )}
      {timing.every !== 'webinar' && <OfDay {...{ timing, set }} />}
    </>
  )
}

/** At which hour, and on which days it may go out. */
function OfDay({ timing, set }: { timing: Timing; set: (changed: Partial<Timing>) => void }) {
  const { t } = useTranslation('people')
  const timezone = useTimezone()
  return (
    <>
      <Choice
        label={t('regular.at')}
        hint={timezone && t('regular.atHint', { zone: timezone })}
        value={timing.at}
        options={[...new Set([...hours, timing.at])].sort().map((at) => [at, at] as const)}
        onChange={(at) => set({ at })}
      />
      <Choice
        label={t('regular.days')}
        hint={timing.days === 'working' ? t('regular.workingHint') : undefined}
        value={timing.days}
        options={[
          ['any', t('regular.anyDay')],
          ['working', t('regular.workingDays')],
        ]}
        onChange={(days) => set({ days })}
      />
    </>
  )
}
