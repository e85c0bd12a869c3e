import { useTranslation } from 'react-i18next'
import { Card } from '../../parts/card.tsx'
import style from './import.module.css'

const reports = ['registrations', 'attendees', 'polls', 'questions', 'survey'] as const
const steps = ['open', 'choose', 'download', 'drop'] as const

/** Where the reports are found in Zoom. */
export function WhereFrom() {
  const { t } = useTranslation('import')
  return (
    <div id="where" className={style.where}>
      <Card title={t('where.title')}>
        <dl className={style.reports}>
          {reports.map((report) => (
            <div key={report}>
              <dt>{t(`where.reports.${report}.name`)}</dt>
              <dd>{t(`where.reports.${report}.what`)}</dd>
            </div>
          ))}
        </dl>
        <ol className={style.steps}>
          {steps.map((step) => (
            <li key={step}>{t(`where.steps.${step}`)}</li>
          ))}
        </ol>
        <p className={style.mute}>{t('where.note')}</p>
      </Card>
    </div>
  )
}
