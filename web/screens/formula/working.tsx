import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { Bar } from '../../parts/bar.tsx'

/** While everybody is scored for something that is only looked at. */
export function Working({ progress }: { progress: number | null }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const words = progress === null ? t('working') : t('workingShare', { percent: format.percent(progress) })
  return <Bar share={progress} words={words} />
}
