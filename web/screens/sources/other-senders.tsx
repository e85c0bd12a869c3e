import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { Twin } from '../../parts/twin.tsx'
import { useWhen } from '../../when.ts'
import { SmallBars } from './day-bars.tsx'
import { figuresOf } from './figures.ts'
import type { Other } from './queries.ts'
import { Rejected } from './rejected.tsx'
import style from './sources.module.css'

interface Senders {
  senders: readonly Other[]
  what: 'activities' | 'files'
  nameOf: (sender: Other) => string
  noteOf?: (sender: Other) => string | null
}

/** What came from each of several systems, or in each kind of file; day by day in one table below. */
export function OtherSenders({ senders, what, nameOf, noteOf }: Senders) {
  if (senders.length === 0) return null
  return (
    <>
      <ul className={style.senders}>
        {senders.map((sender) => (
          <li key={`${sender.name} ${sender.by}`}>
            <div className={style.sender}>
              <div>
                <h3>
                  <bdi>{nameOf(sender)}</bdi>
                </h3>
                {noteOf?.(sender) && <p className={style.note}>{noteOf(sender)}</p>}
              </div>
              <SmallBars days={sender.days} />
              <Numbers sender={sender} />
            </div>
            <Rejected rejected={sender.rejectedRecently} />
          </li>
        ))}
      </ul>
      <ByDay {...{ senders, what, nameOf }} />
    </>
  )
}

function Numbers({ sender: { days, lastDeliveryAt } }: { sender: Other }) {
  const { t } = useTranslation('sources')
  const format = useFormat()
  const when = useWhen()
  const { today, came, rejected } = figuresOf(days)
  return (
    <p className={style.note}>
      <span>
        {t('sent.today')}: {format.count(today.came)}
      </span>
      <span>
        {t('sent.month')}: {format.count(came)}
      </span>
      {rejected > 0 && <span>{t('sent.rejected', { number: format.count(rejected) })}</span>}
      {lastDeliveryAt && (
        <span>
          {t('rejected.last')}: {when.dayAndTime(lastDeliveryAt)}
        </span>
      )}
    </p>
  )
}

function ByDay({ senders, what, nameOf }: Senders) {
  const { t } = useTranslation('sources')
  const format = useFormat()
  const days = senders[0]!.days.map(({ day }) => day)
  const rows = days
    .toReversed()
    .map((day, back) => [
      format.day(day, 'UTC'),
      ...senders.map((sender) => format.count(sender.days.at(-1 - back)!.came)),
    ])
  return <Twin caption={t(`sent.${what}`)} head={[t('sent.day'), ...senders.map(nameOf)]} rows={rows} />
}
