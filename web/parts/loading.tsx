import { useTranslation } from 'react-i18next'
import style from './state.module.css'

/** While something is on its way. */
export function Loading() {
  const { t } = useTranslation()
  return (
    <p className={style.loading} role="status">
      {t('loading')}
    </p>
  )
}
