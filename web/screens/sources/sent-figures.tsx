import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { useNow } from '../../ticking.ts'
import { useWhen } from '../../when.ts'
import { DayBars } from './day-bars.tsx'
import { useDelay } from './delay.ts'
import { figuresOf } from './figures.ts'
import type { Sent } from './queries.ts'
import { Rejected } from './rejected.tsx'
import style from './sources.module.css'

const tickMs = 20_000

/** What a source sent: when last, how much, how late, day by day, and what of it was rejected. */
export function SentFigures({ sent, what }: { sent: Sent; what: 'webhooks' | 'api' | 'files' }) {
  const { t } = useTranslation('sources')
  const format = useFormat()
  const delay = useDelay()
  const { today, came, rejected, late, mean, longest } = figuresOf(sent.days)
  const rejectedWords = (count: number) =>
    count === 0 ? t('sent.noneRejected') : t('sent.rejected', { number: format.count(count) })
  return (
    <>
      <dl className={style.figures}>
        <LastDelivery at={sent.lastDeliveryAt} />
        <Figure name={t('sent.today')} value={format.count(today.came)} small={rejectedWords(today.rejected)} />
        <Figure name={t('sent.month')} value={format.count(came)} small={rejectedWords(rejected)} />
        {what === 'webhooks' && late !== null && (
          <Figure
            name={t('sent.late')}
            value={format.percent(late)}
            small={t('sent.lateMeans', { mean: delay(mean!), longest: delay(longest!) })}
          />
        )}
      </dl>
      {came > 0 && <DayBars days={sent.days} what={what} />}
      <Rejected rejected={sent.rejectedRecently} />
    </>
  )
}

function LastDelivery({ at }: { at: string | null }) {
  const { t } = useTranslation('sources')
  const format = useFormat()
  const when = useWhen()
  const now = useNow(at === null ? null : tickMs)
  if (at === null) return <Figure name={t('lastDelivery')} value={t('notYet')} />
  const ago = format.fromNow(Math.min(0, Date.parse(at) - now))
  return <Figure name={t('lastDelivery')} value={ago} small={when.dayAndTime(at)} />
}

function Figure({ name, value, small }: { name: string; value: ReactNode; small?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {small && <small>{small}</small>}
      </dd>
    </div>
  )
}
