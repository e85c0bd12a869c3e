import { useTranslation } from 'react-i18next'
import { useCounted } from '../../../counted.ts'
import { AddEntries } from '../entries/add-entries.tsx'
import { Entries } from '../entries/entries.tsx'
import { useFormula } from '../formula-state.ts'
import { useCalendarWords } from './calendar-words.ts'
import style from './company.module.css'
import { withDayOff, withHoliday, withoutHoliday, yearsOf } from './edits.ts'

const weekdays = [0, 1, 2, 3, 4, 5, 6]
const mostDaysOff = 6

/** On which days the company works: only those count where the formula waits for business days. */
export function BusinessDays() {
  const { t } = useTranslation('formula')
  const { model } = useFormula()
  return (
    <>
      <p className={style.means}>
        {t('company.daysMean')} <bdi>{model.calendar.timezone.replaceAll('_', ' ')}</bdi>.
      </p>
      <Weekend />
      <Holidays />
    </>
  )
}

function Weekend() {
  const { t } = useTranslation('formula')
  const words = useCalendarWords()
  const { model, mayEdit, change } = useFormula()
  const { weekend } = model.calendar
  const isFixed = (isOff: boolean) => !mayEdit || (!isOff && weekend.length === mostDaysOff)
  return (
    <fieldset className={style.weekend}>
      <legend>{t('change.setting.weekend')}</legend>
      {weekdays.map((weekday) => {
        const isOff = weekend.includes(weekday)
        return (
          <label key={weekday} className={style.check}>
            <input
              type="checkbox"
              checked={isOff}
              disabled={isFixed(isOff)}
              onChange={({ target }) => change((now) => withDayOff(now, weekday, target.checked))}
            />
            {words.weekday(weekday)}
          </label>
        )
      })}
    </fieldset>
  )
}

function Holidays() {
  const { t } = useTranslation('formula')
  const { model, inForce, mayEdit, change } = useFormula()
  const { holidays } = model.calendar
  const years = yearsOf(holidays, inForce.model.calendar.holidays)
  const earlier = years.filter((year) => year < thisYear())
  const drawn = (some: readonly string[]) => some.map((year) => <Year key={year} year={year} />)
  return (
    <section className={style.holidays} aria-label={t('change.setting.holidays')}>
      <h3>{t('change.setting.holidays')}</h3>
      {years.length === 0 && <p className={style.means}>{t('company.noHolidays')}</p>}
      {earlier.length > 0 && (
        <details>
          <summary>{t('company.earlier')}</summary>
          {drawn(earlier)}
        </details>
      )}
      {drawn(years.slice(earlier.length))}
      {years.length > 0 && <p className={style.means}>{t('company.until', { year: years.at(-1) })}</p>}
      {mayEdit && (
        <AddEntries
          type="date"
          label={t('company.addHoliday')}
          read={(date) => (date === '' ? null : [date])}
          add={([date]) => change((now) => withHoliday(now, date!))}
        />
      )}
    </section>
  )
}

function Year({ year }: { year: string }) {
  const { t } = useTranslation('formula')
  const counted = useCounted()
  const words = useCalendarWords()
  const { model, inForce, mayEdit, change } = useFormula()
  const [own, before] = [model, inForce.model].map(({ calendar }) =>
    calendar.holidays.filter((date) => date.startsWith(year)),
  ) as [string[], string[]]
  return (
    <details open={year === thisYear()}>
      <summary>{t('company.year', { year, ...counted(own.length) })}</summary>
      <Entries
        entries={own}
        before={before}
        words={words.withinYear}
        remove={mayEdit ? (date) => change((now) => withoutHoliday(now, date)) : undefined}
      />
    </details>
  )
}

function thisYear(): string {
  return String(new Date().getUTCFullYear())
}
