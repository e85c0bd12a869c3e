import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from './kept.ts'
import style from './switch.module.css'

/** "Tell me in this browser": asks for permission, and says what to do where it was refused. */
export function NotifySwitch() {
  const { t } = useTranslation()
  const id = useId()
  const [notify, switchTo] = useNotify()
  if (notify === 'missing') return null
  return (
    <div className={style.switch}>
      <span>
        <input id={id} type="checkbox" checked={notify === 'on'} onChange={({ target }) => switchTo(target.checked)} />
        <label htmlFor={id}>{t('alerts.tellHere')}</label>
      </span>
      {notify === 'denied' && <small role="status">{t('alerts.denied')}</small>}
    </div>
  )
}
