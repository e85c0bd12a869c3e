import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonListed } from '../../../src/http/workspace/people-shape.ts'
import { phone, useMedia } from '../../media.ts'
import { useTopOf } from '../webinar/ranking/top-of.ts'
import style from './list.module.css'
import { Row } from './row.tsx'
import { roles } from './table-roles.ts'

/** So many rows the browser holds at most. */
export const mostRows = 2_000
/** So many rows before the end the next page is fetched. */
const ahead = 30

/** People in rows of which only those in sight are there. `more` fetches the next page; null where there is none now. */
export function List(props: { people: readonly PersonListed[]; isChanging: boolean; more: (() => void) | null }) {
  const { people, isChanging, more } = props
  const { t } = useTranslation('people')
  const isPhone = useMedia(phone)
  const body = useRef<HTMLDivElement>(null)
  const top = useTopOf(body)
  const height = isPhone ? 76 : 54
  const virtualizer = useWindowVirtualizer({
    count: people.length,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin: top,
  })
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => virtualizer.measure(), [virtualizer, height])
  useEffect(() => {
    if (last >= people.length - ahead) more?.()
  }, [last, people.length, more])
  return (
    <div {...roles.table(t('title'), more ? -1 : people.length + 1)} className={style.table}>
      <div {...roles.group} className={style.head}>
        <div {...roles.row(1)} className={style.names}>
          {(['who', 'stage', 'fit', 'last', 'score'] as const).map((column) => (
            <span key={column} {...roles.head} className={style[column]}>
              {t(`column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      <div
        {...roles.group}
        ref={body}
        className={style.rows}
        aria-busy={isChanging}
        style={{ blockSize: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <Row key={people[index]!.id} index={index} person={people[index]!} start={start - top} />
        ))}
      </div>
    </div>
  )
}
