import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { lengthIn } from '../../when.ts'

const short = 10

/** Seconds in words; few of them with their tenths. */
export function useDelay(): (seconds: number) => string {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const fine = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'second', maximumFractionDigits: 1 })
    const length = lengthIn(i18n.language)
    return (seconds) => (seconds < short ? fine.format(seconds) : length(seconds))
  }, [i18n.language])
}
