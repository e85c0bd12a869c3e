import { useTranslation } from 'react-i18next'
import type { Choosing } from './file-choices.tsx'
import style from './import.module.css'

/** Whether alert rules may tell of what is in a file: off, as most of it is long known. */
export function WithAlerts({ choice, choose }: Choosing) {
  const { t } = useTranslation('import')
  return (
    <details className={style.open} open={choice.alerts}>
      <summary>{t('more.title')}</summary>
      <fieldset>
        <legend>{t('more.alertsMean')}</legend>
        <label>
          <input
            type="checkbox"
            checked={choice.alerts}
            onChange={({ target }) => choose({ ...choice, alerts: target.checked })}
          />
          {t('more.alerts')}
        </label>
      </fieldset>
    </details>
  )
}
