import { useTranslation } from 'react-i18next'
import { Copy } from '../../../parts/copy.tsx'
import style from './channels.module.css'

/** What webhooks are signed with, to be copied now: nobody is shown it again. */
export function Secret({ secret }: { secret: string }) {
  const { t } = useTranslation('channels')
  return (
    <div className={style.secret} role="status">
      <strong>{t('secret')}</strong>
      <div className={style.copy}>
        <code dir="ltr">{secret}</code>
        <Copy text={secret} of={t('secret')} />
      </div>
      <small>{t('secretOnce')}</small>
    </div>
  )
}
