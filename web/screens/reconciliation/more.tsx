import { useTranslation } from 'react-i18next'
import { useCounted } from '../../counted.ts'
import { Button } from '../../parts/button.tsx'
import style from './reconciliation.module.css'

/** What is left of a list, and the way to it. */
export function More({ left, isBusy, show }: { left: number; isBusy: boolean; show: () => void }) {
  const { t } = useTranslation('reconciliation')
  const counted = useCounted()
  if (left <= 0) return null
  return (
    <p className={style.more}>
      <Button isDisabled={isBusy} onPress={show}>
        {t('more', counted(left))}
      </Button>
    </p>
  )
}
