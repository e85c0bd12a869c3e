import { useMemo, useRef } from 'react'
import { type Bars, barsOf } from '../../../parts/part-colours.ts'
import type { Ranked } from './use-ranking.ts'

const none: Bars = { most: 0, colours: new Map() }

/** What the bars have in common, by the first page, also when that is far away. */
export function useBars({ rowAt, filters }: Ranked): Bars {
  const kept = useRef({ filters, bars: none })
  return useMemo(() => {
    const rows = Array.from({ length: 30 }, (_, index) => rowAt(index)).filter((row) => row !== undefined)
    const { bars, filters: before } = kept.current
    const people = rows.map(({ parts }) => parts)
    if (rows.length > 0 || before !== filters) kept.current = { filters, bars: barsOf(people, bars) }
    return kept.current.bars
  }, [rowAt, filters])
}
