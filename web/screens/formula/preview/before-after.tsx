import { useTranslation } from 'react-i18next'
import { Amount } from '../../../parts/ripeness.tsx'
import style from './preview.module.css'

/** Two amounts and the way from one to the other, in the direction of the text. */
export function BeforeAfter({ before, after, signed = false }: { before: number; after: number; signed?: boolean }) {
  const { t } = useTranslation('formula')
  return (
    <span className={style.beforeAfter}>
      <Amount value={before} signed={signed} />
      <span className={style.arrow} aria-hidden="true" />
      <span className="unseen"> {t('preview.becomes')} </span>
      <b>
        <Amount value={after} signed={signed} />
      </b>
    </span>
  )
}
