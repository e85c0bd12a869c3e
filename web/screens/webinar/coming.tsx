import { useTranslation } from 'react-i18next'
import style from './webinar.module.css'

/** The shape of the screen while nothing of it is known. */
export function Coming() {
  const { t } = useTranslation()
  return (
    <div className={style.screen} aria-busy="true">
      <p className="unseen" role="status">
        {t('loading')}
      </p>
      <div className={`${style.coming} ${style.line}`} />
      <div className={`${style.coming} ${style.band}`} />
      <div className={`${style.coming} ${style.sheet}`} />
    </div>
  )
}
