import { useTranslation } from 'react-i18next'
import type { ShownSheet } from './queries.ts'
import style from './reconciliation.module.css'

/** Where the sheet is signed on paper; not on the screen. */
export function Signature({ sheet: { webinar } }: { sheet: ShownSheet }) {
  const { t } = useTranslation('reconciliation')
  return (
    <div className={style.signature}>
      <span>{t('signature')}</span>
      <span>{t('signedOn')}</span>
      <small>
        <bdi dir="ltr">{webinar.platformId}</bdi>
      </small>
    </div>
  )
}
