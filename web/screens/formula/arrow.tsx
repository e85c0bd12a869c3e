import { useTranslation } from 'react-i18next'
import style from './arrow.module.css'

/** From what was to what is, in the direction of the text. */
export function Arrow() {
  const { t } = useTranslation('formula')
  return (
    <>
      <span className={style.arrow} aria-hidden="true" />
      <span className="unseen"> {t('becomes')} </span>
    </>
  )
}
