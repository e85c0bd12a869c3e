import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../format.ts'
import type { Length } from './held-pages.ts'
import style from './narrowing.module.css'

/** How many people a list has, or has at least. */
export function HowMany({ length, isPending }: { length: Length; isPending: boolean }) {
  const { t } = useTranslation('webinar')
  const format = useFormat()
  const count = length.rows
  const words = t(length.isExact ? 'ranking.people' : 'ranking.atLeast', { count, number: format.count(count) })
  return (
    <span className={style.count} role="status">
      {isPending ? '' : words}
    </span>
  )
}
