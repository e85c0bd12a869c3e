import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { Button } from '../../parts/button.tsx'
import style from './person.module.css'

/** The next portion of a long list, and how much is left of it. */
export function More({ left, portion, show }: { left: number; portion: number; show: () => void }) {
  const { t } = useTranslation('person')
  const format = useFormat()
  if (left <= 0) return null
  return (
    <p className={style.more}>
      <Button onPress={show}>{t('more', { count: Math.min(portion, left) })}</Button>
      <span>{t('left', { count: left, number: format.count(left) })}</span>
    </p>
  )
}
