import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { leftToRight } from '../../../direction.ts'
import { useFormat } from '../../../format.ts'
import type { Column } from './score-shape.ts'

/** Which scores a column holds, in words. */
export function useColumnWords(): (column: Column) => string {
  const { t } = useTranslation('formula')
  const { number } = useFormat()
  return useCallback(
    ({ from, to, open }) =>
      t(`scores.${open ?? 'between'}`, { from: leftToRight(number(from)), to: leftToRight(number(to)) }),
    [t, number],
  )
}
