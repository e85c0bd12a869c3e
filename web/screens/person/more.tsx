import { useTranslation } from 'react-i18next'
import { useCounted } from '../../counted.ts'
import { Button } from '../../parts/button.tsx'
import style from './person.module.css'

/** The next portion of a long list, and how much is left of it. */
export function More({ left, portion, show }: { left: number; portion: number; show: () => void }) {
  const { t } = useTranslation('person')
  const counted = useCounted()
  if (left <= 0) return null
  return (
    <p className={style.more}>
      <Button onPress={show}>{t('more', counted(Math.min(portion, left)))}</Button>
      <span>{t('left', counted(left))}</span>
    </p>
  )
}
