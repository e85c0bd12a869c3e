import { useMemo, useRef } from 'react'
import { partColours } from '../../../parts/part-colours.ts'
import type { Bars } from '../../../parts/points-bar.tsx'
import type { Ranked } from './use-ranking.ts'

const none: Bars = { most: 0, colours: new Map() }

/** What the bars have in common, by the first page, also when that is far away. */
export function useBars({ rowAt, filters }: Ranked): Bars {
  const kept = useRef({ filters, bars: none })
  return useMemo(() => {
    const rows = Array.from({ length: 30 }, (_, index) => rowAt(index)).filter((row) => row !== undefined)
    const people = rows.map(({ parts }) => parts)
    const sums = people.map((parts) => parts.reduce((sum, { points }) => sum + Math.max(0, points), 0))
    const { bars, filters: before } = kept.current
    if (rows.length > 0 || before !== filters)
      kept.current = { filters, bars: { most: Math.max(0, ...sums), colours: partColours(people, bars.colours) } }
    return kept.current.bars
  }, [rowAt, filters])
}
