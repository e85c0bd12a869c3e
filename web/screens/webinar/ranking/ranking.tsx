import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { Button } from '../../../parts/button.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { Legend } from '../../../parts/legend.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { Fields } from './fields.tsx'
import { type Filters, filtersOf, isFiltered, noFilters, withFilters } from './filters.ts'
import { Grid } from './grid.tsx'
import { HowMany } from './how-many.tsx'
import narrowing from './narrowing.module.css'
import { WhoPills } from './pills.tsx'
import style from './ranking.module.css'
import { useBars } from './use-bars.ts'
import { usePages } from './use-pages.ts'
import { type Ranked, useRanking } from './use-ranking.ts'

export interface RankingProps {
  id: string
  seconds: number
  now: number | null
  open: string | null
  onOpen: (person: string | null) => void
}

/** Who the hottest people of a webinar are. Filters and order stand in the address. */
export function Ranking({ id, seconds, now, open, onOpen }: RankingProps) {
  const { t } = useTranslation('webinar')
  const [params, setParams] = useSearchParams()
  const filters = useFilters(params)
  const [pages, look, toTop] = usePages()
  const asked = useRanking(id, filters, pages)
  const ranked = useLastKnown(asked)
  const bars = useBars(ranked)
  const isEmpty = ranked.length.rows === 0 && !ranked.isPending
  const isNobody = isEmpty && !isFiltered(ranked.filters)
  const card = useRef<HTMLElement>(null)

  const change = useCallback(
    (changed: Filters) => {
      setParams((now) => withFilters(now, changed), { replace: true })
      toTop()
      backToTop(card.current)
    },
    [setParams, toTop],
  )

  return (
    <section className={style.card} aria-labelledby="ranking" ref={card}>
      <div className={narrowing.bar}>
        <div className={narrowing.title}>
          <h2 id="ranking">{t('ranking.title')}</h2>
          {!isNobody && (
            <HowMany length={ranked.length} isPending={ranked.isPending || (asked.isPending && asked.isWaiting)} />
          )}
        </div>
        {!isNobody && <WhoPills filters={filters} onChange={change} />}
        {!isNobody && <Fields filters={filters} onChange={change} />}
        {!isEmpty && <Legend colours={bars.colours} />}
      </div>
      <p role="status" className={style.waits}>
        {asked.isWaiting && !asked.error && t('ranking.waits')}
      </p>
      {asked.error && <Trouble error={asked.error} retry={asked.retry} />}
      {isNobody && (
        <Empty title={t('ranking.nobody')}>
          <p>{t('ranking.nobodyYet')}</p>
        </Empty>
      )}
      {isEmpty && !isNobody && (
        <Empty title={t('ranking.nobodyMatches')}>
          <Button onPress={() => change(noFilters)}>{t('ranking.clear')}</Button>
        </Empty>
      )}
      {!isEmpty && !(asked.error && asked.isPending) && (
        <div aria-busy={asked.isPending} className={asked.isPending ? style.changing : style.there}>
          <Grid
            ranked={ranked}
            sort={filters.sort ?? 'webinar'}
            onSort={(sort) => change({ sort: sort === 'score' ? sort : '' })}
            {...{ seconds, now, bars, open, onOpen, look }}
          />
        </div>
      )}
    </section>
  )
}

/** The same object as long as they say the same. */
function useFilters(params: URLSearchParams): Filters {
  const filters = filtersOf(params)
  return useMemo(() => filters, [JSON.stringify(filters)])
}

/** While the rows of other filters are on their way, those before stay in sight. */
function useLastKnown(asked: Ranked): Ranked {
  const last = useRef(asked)
  useEffect(() => {
    if (!asked.isPending) last.current = asked
  }, [asked])
  return asked.isPending && !asked.error ? last.current : asked
}

/** A list that begins anew begins in sight. */
function backToTop(card: HTMLElement | null): void {
  const top = card?.getBoundingClientRect().top ?? 0
  if (top < 0) window.scrollBy({ top: top - 12 })
}
