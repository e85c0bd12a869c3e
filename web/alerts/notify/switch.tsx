import { useTranslation } from 'react-i18next'
import { useNotify } from './kept.ts'
import style from './switch.module.css'

/** "Tell me in this browser": asks for permission, and says what to do where it was refused. */
export function NotifySwitch() {
  const { t } = useTranslation()
  const [notify, switchTo] = useNotify()
  if (notify === 'missing') return null
  return (
    <div className={style.switch}>
      <label>
        <input type="checkbox" checked={notify === 'on'} onChange={({ target }) => switchTo(target.checked)} />
        {t('alerts.tellHere')}
      </label>
      {notify === 'denied' && <small role="status">{t('alerts.denied')}</small>}
    </div>
  )
}
