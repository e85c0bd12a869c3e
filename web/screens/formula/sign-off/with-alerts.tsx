import { useTranslation } from 'react-i18next'
import { useCounted } from '../../../counted.ts'
import type { Preview } from '../answers.ts'
import { useFormula } from '../formula-state.ts'
import { useJob } from '../use-job.ts'
import style from './sign-off.module.css'

/**
 * Whether those who cross by the draft alone are told of; off until somebody wants it. Nothing where no alert rule is on
 * a threshold or a surge, or where what it would raise is not known.
 */
export function WithAlerts({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const { t } = useTranslation('formula')
  const counted = useCounted()
  const { subject } = useFormula()
  const { data, isFetching } = useJob<Preview>('model/preview', subject, true)
  if (isFetching) return <p className={style.mute}>{t('sign.countingAlerts')}</p>
  if (!data || data.alerts.length === 0) return null
  const raised = data.alerts.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className={style.alerts}>
      <label>
        <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
        {t('sign.alerts', counted(raised))}
      </label>
      <p className={style.mute}>{t('sign.alertsMean')}</p>
    </div>
  )
}
