import { useTranslation } from 'react-i18next'
import { type Format, useFormat } from '../../format.ts'
import { Twin } from '../../parts/twin.tsx'
import style from './day-bars.module.css'
import { useDelay } from './delay.ts'
import { figuresOf } from './figures.ts'
import type { Sent } from './queries.ts'

type What = 'webhooks' | 'api' | 'files'

const dayIn = (format: Format, day: string) => format.day(day, 'UTC')

/** How much came on each of thirty days, drawn left to right in every language, and the same as a table. */
export function DayBars({ days, what }: { days: Sent['days']; what: What }) {
  const { t } = useTranslation('sources')
  const format = useFormat()
  const { came, rejected, most } = figuresOf(days)
  const [first, last] = [days[0]!, days.at(-1)!].map(({ day }) => dayIn(format, day)) as [string, string]
  const words = { what: t(`sent.${what}`), from: first, to: last, day: dayIn(format, most.day) }
  const numbers = { came: format.count(came), rejected: format.count(rejected), most: format.count(most.came) }
  return (
    <figure className={style.figure}>
      <div
        className={style.bars}
        dir="ltr"
        role="img"
        aria-label={t(came === 0 ? 'sent.chartEmpty' : 'sent.chart', { ...words, ...numbers })}
      >
        <Bars days={days} />
      </div>
      <figcaption className={style.ends} dir="ltr">
        <bdi>{first}</bdi>
        {rejected > 0 && (
          <span className={style.legend}>
            <i className={style.came} /> <bdi>{t('sent.legendCame')}</bdi> <i className={style.rejected} />{' '}
            <bdi>{t('sent.legendRejected')}</bdi>
          </span>
        )}
        <bdi>{last}</bdi>
      </figcaption>
      <DayTable days={days} what={what} />
    </figure>
  )
}

/** The same small, beside its numbers; what it shows stands in a table elsewhere. */
export function SmallBars({ days }: { days: Sent['days'] }) {
  return (
    <div className={`${style.bars} ${style.small}`} dir="ltr" aria-hidden="true">
      <Bars days={days} />
    </div>
  )
}

function Bars({ days }: { days: Sent['days'] }) {
  const most = Math.max(...days.map(({ came }) => came), 1)
  return days.map((day) => (
    <i key={day.day} style={{ blockSize: partOf(day.came, most) }}>
      {day.rejected > 0 && <b style={{ blockSize: partOf(day.rejected, day.came) }} />}
    </i>
  ))
}

function DayTable({ days, what }: { days: Sent['days']; what: What }) {
  const { t } = useTranslation('sources')
  const format = useFormat()
  const delay = useDelay()
  const timed = days.some((day) => day.timed > 0)
  const names = ['day', 'came', 'taken', 'duplicate', 'ignored'] as const
  const head = [...names.map((name) => t(`sent.${name}`)), t('sent.legendRejected')]
  const delays = [t('sent.late'), t('sent.meanDelay'), t('sent.longestDelay')]
  const inWords = (seconds: number | null) => (seconds === null ? '' : delay(seconds))
  const rows = days
    .toReversed()
    .map((day) => [
      dayIn(format, day.day),
      ...[day.came, day.taken, day.duplicate, day.ignored, day.rejected].map(format.count),
      ...(timed ? [format.count(day.late), inWords(day.meanDelaySeconds), inWords(day.longestDelaySeconds)] : []),
    ])
  return <Twin caption={t(`sent.${what}`)} head={timed ? [...head, ...delays] : head} rows={rows} />
}

/** A share of a whole, at least so much that it is seen. */
function partOf(part: number, whole: number): string {
  return part === 0 ? '0' : `max(2px, ${(100 * part) / whole}%)`
}
