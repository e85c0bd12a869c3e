import { useTranslation } from 'react-i18next'
import { CopyLink } from '../../../parts/copy-link.tsx'
import style from './channels.module.css'

/** What webhooks are signed with, to be copied now: nobody is shown it again. */
export function Secret({ secret }: { secret: string }) {
  const { t } = useTranslation('channels')
  return (
    <div className={style.secret} role="status">
      <strong>{t('secret')}</strong>
      <div className={style.copy}>
        <code dir="ltr">{secret}</code>
        <CopyLink link={secret} of={t('secret')} what="copyText" />
      </div>
      <small>{t('secretOnce')}</small>
    </div>
  )
}
