import { useTranslation } from 'react-i18next'
import { leftToRight } from '../../../direction.ts'
import { useFormat } from '../../../format.ts'

/** Which scores a band holds, in words; null: no bound on that side. */
export function useBandWords(): (band: { from: number | null; to: number | null }) => string {
  const { t } = useTranslation('formula')
  const { number } = useFormat()
  return ({ from, to }) => {
    if (from === null && to === null) return t('dryRun.bands.every')
    const key = from === null ? 'below' : to === null ? 'above' : 'between'
    return t(`scores.${key}`, { from: leftToRight(number(from ?? 0)), to: leftToRight(number(to ?? 0)) })
  }
}
