import { useTranslation } from 'react-i18next'
import { Card } from '../../../parts/card.tsx'
import { BusinessDays } from './business-days.tsx'
import style from './company.module.css'
import { Heard } from './heard.tsx'
import { Staff } from './staff.tsx'

/** What the formula knows of the company itself: what Ripen is told about, when it works, who belongs to it. */
export default function Company() {
  const { t } = useTranslation('formula')
  return (
    <div className={style.columns}>
      <div className={style.cards}>
        <Card title={t('company.heard')}>
          <Heard />
        </Card>
        <Card title={t('company.staff')}>
          <Staff />
        </Card>
      </div>
      <Card title={t('company.days')}>
        <BusinessDays />
      </Card>
    </div>
  )
}
