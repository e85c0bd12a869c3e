import { useTranslation } from 'react-i18next'
import { localDay, makeCalendar, startOfLocalDay } from '../../../../src/domain/calendar.ts'
import { CHANNELS, type Channel } from '../../../../src/domain/rule.ts'
import { useFormula } from '../formula-state.ts'
import { useCalendarWords } from './calendar-words.ts'
import style from './company.module.css'
import { withObserved } from './edits.ts'

const day = 86_400_000

/** Which activities reach Ripen, and since when: before that nobody's silence says anything. */
export function Heard() {
  const { t } = useTranslation('formula')
  return (
    <>
      <p className={style.means}>{t('company.heardMeans')}</p>
      <ul className={style.channels}>
        {CHANNELS.map((channel) => (
          <OneChannel key={channel} channel={channel} />
        ))}
      </ul>
    </>
  )
}

function OneChannel({ channel }: { channel: Channel }) {
  const { t } = useTranslation('formula')
  const words = useCalendarWords()
  const { model, inForce, mayEdit, change } = useFormula()
  const since = model.observes[channel] ?? null
  const before = inForce.model.observes[channel] ?? null
  const set = (next: string | null) => change((now) => withObserved(now, channel, next))
  const name = t(`company.channel.${channel}`)
  return (
    <li>
      <label className={style.check}>
        <input
          type="checkbox"
          checked={since !== null}
          disabled={!mayEdit}
          onChange={({ target }) => set(target.checked ? (before ?? new Date().toISOString()) : null)}
        />
        {name}
      </label>
      {since !== null && mayEdit && <Since name={name} since={since} set={set} />}
      {since !== null && !mayEdit && <span className={style.since}>{words.since(since)}</span>}
      {since !== before && (
        <small>{t('company.was', { before: before === null ? t('company.unheard') : words.since(before) })}</small>
      )}
    </li>
  )
}

/** Since ever, or since a day of the company's clock. */
function Since({ name, since, set }: { name: string; since: string; set: (since: string) => void }) {
  const { t } = useTranslation('formula')
  const { model } = useFormula()
  const calendar = makeCalendar(model.calendar)
  const startOf = (days: number) => new Date(startOfLocalDay(calendar, days)).toISOString()
  return (
    <span className={style.since}>
      <select
        aria-label={t('company.sinceOf', { name })}
        value={since === 'ever' ? 'ever' : 'day'}
        onChange={({ target }) => set(target.value === 'ever' ? 'ever' : startOf(localDay(calendar, Date.now())))}
      >
        <option value="ever">{t('company.ever')}</option>
        <option value="day">{t('company.sinceDay')}</option>
      </select>
      {since !== 'ever' && (
        <input
          type="date"
          aria-label={t('company.dayOf', { name })}
          value={new Date(localDay(calendar, Date.parse(since)) * day).toISOString().slice(0, 10)}
          onChange={({ target }) => target.value && set(startOf(Date.parse(target.value) / day))}
        />
      )}
    </span>
  )
}
