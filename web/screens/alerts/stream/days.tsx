import { useTranslation } from 'react-i18next'
import type { Alert } from '../../../alerts/queries.ts'
import { useWhen } from '../../../when.ts'
import { Row } from './row.tsx'
import style from './stream.module.css'
import type { Taking } from './use-taking.ts'

/** Alerts by the day on which they were raised, as the company's clock counts days. */
export function Days({ alerts, taking, now }: { alerts: readonly Alert[]; taking: Taking; now: number }) {
  const { t } = useTranslation('alerts')
  const when = useWhen()
  const days = Map.groupBy(alerts, ({ raisedAt }) => when.day(raisedAt))
  return [...days].map(([day, own]) => (
    <section key={day} className={style.day} aria-label={day}>
      <h3>{day === when.day(now) ? t('today') : day}</h3>
      <ol>
        {own.map((alert) => (
          <Row key={alert.id} {...{ alert, taking, now }} />
        ))}
      </ol>
    </section>
  ))
}
