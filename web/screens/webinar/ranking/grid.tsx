import { useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { phone, useMedia } from '../../../media.ts'
import type { Bars } from '../../../parts/part-colours.ts'
import style from './grid.module.css'
import { GridHead } from './grid-head.tsx'
import { indexAfter } from './grid-keys.ts'
import { roles } from './grid-roles.ts'
import { useRisen } from './rise.ts'
import { Row } from './row.tsx'
import { useTopOf } from './top-of.ts'
import type { Ranked } from './use-ranking.ts'

export interface GridProps {
  ranked: Ranked
  sort: string
  onSort: (sort: 'webinar' | 'score') => void
  /** How long the strips are, in seconds, and where the webinar is now. */
  seconds: number
  now: number | null
  /** The points of the longest bar. */
  bars: Bars
  /** The person whose ledger is open. */
  open: string | null
  onOpen: (person: string | null) => void
  /** The rows in sight. */
  look: (first: number, last: number) => void
}

/** The list as a grid: only rows in sight are there, the arrow keys move between them, Enter opens one. */
export function Grid(props: GridProps) {
  const { ranked, sort, onSort, seconds, now, bars, open, onOpen, look } = props
  const { t } = useTranslation('webinar')
  const isPhone = useMedia(phone)
  const body = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const wanted = useRef<number | null>(null)
  const count = ranked.length.rows
  const risen = useRisen(ranked)
  const top = useTopOf(body)
  const height = isPhone ? 84 : 58
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: isPhone ? 64 : 40,
    scrollPaddingEnd: 12,
    rangeExtractor: ({ startIndex, endIndex, overscan }) =>
      withActive(startIndex - overscan, endIndex + overscan, active, count),
  })
  const items = virtualizer.getVirtualItems()
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 }

  useEffect(() => look(startIndex, endIndex), [look, startIndex, endIndex])
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height])
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const row = rowOf(body, wanted.current)
    if (!row) return
    row.focus({ preventScroll: true })
    wanted.current = null
  })

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const index = indexOf(event.target)
    if (index === null || event.altKey || event.ctrlKey || event.metaKey) return
    const next = indexAfter(event.key, index, count, Math.max(1, endIndex - startIndex - 1))
    if (next !== null) {
      wanted.current = next
      setActive(next)
      virtualizer.scrollToIndex(next)
    } else if (event.key === 'Enter' || event.key === ' ') openAt(index)
    else return
    event.preventDefault()
  }

  function openAt(index: number | null) {
    const person = index === null ? null : ranked.rowAt(index)?.person.id
    if (person) onOpen(person === open ? null : person)
  }

  const handlers = {
    onKeyDown: press,
    onClick: (event: MouseEvent) => openAt(indexOf(event.target)),
    onFocus: (event: FocusEvent) => setActive(indexOf(event.target) ?? active),
  }

  return (
    <div
      {...roles.grid(t('ranking.title'), ranked.length.isExact ? count + 1 : -1)}
      className={style.grid}
      style={{ '--rank': `${Math.max(2, String(count).length) * 9 + 6}px` } as CSSProperties}
    >
      <GridHead sort={sort} onSort={onSort} />
      <div
        {...roles.group}
        ref={body}
        className={style.rows}
        style={{ blockSize: virtualizer.getTotalSize() }}
        {...handlers}
      >
        {items.map(({ index, start }) => {
          const row = ranked.rowAt(index)
          return (
            <Row
              key={index}
              index={index}
              row={row}
              start={start - top}
              seconds={seconds}
              now={now}
              bars={bars}
              isActive={index === Math.min(active, count - 1)}
              isOpen={row !== undefined && row.person.id === open}
              hasRisen={row !== undefined && risen.has(row.person.id)}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The rows to draw: those in sight, and the one that the keyboard stands on. */
function withActive(from: number, to: number, active: number, count: number): number[] {
  const first = Math.max(0, from)
  const last = Math.min(count - 1, to)
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  const kept = Math.min(active, count - 1)
  if (kept >= 0 && kept < first) indexes.unshift(kept)
  if (kept > last) indexes.push(kept)
  return indexes
}

function indexOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row ? Number(row.dataset.index) : null
}

function rowOf(body: RefObject<HTMLElement | null>, index: number): HTMLElement | null {
  return body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null
}
