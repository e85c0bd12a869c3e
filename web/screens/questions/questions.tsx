import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { useCounted } from '../../counted.ts'
import { Button, buttonLink } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useMay } from '../../rights.ts'
import { useApi } from '../../workspace-api.ts'
import { WebinarFrame } from '../webinar/webinar-frame.tsx'
import { ComingLater, NothingSaid } from './empty.tsx'
import { type Filters, filtersOf, isFiltered, noFilters, withFilters } from './filters.ts'
import { Narrowing } from './narrowing.tsx'
import { useQuestions } from './queries.ts'
import { Question } from './question.tsx'
import style from './questions.module.css'

/** What people asked and wrote about a webinar, and what of it is about buying. */
export default function Questions({ id }: { id: string }) {
  return (
    <WebinarFrame id={id} here="questions">
      {({ webinar }) => <List webinar={webinar} />}
    </WebinarFrame>
  )
}

function List({ webinar }: { webinar: WebinarRow }) {
  const { t } = useTranslation('questions')
  const counted = useCounted()
  const { id, state } = webinar
  const isLive = state === 'live'
  const [filters, change] = useFilters()
  const asked: Filters = filters.sort ? filters : { ...filters, sort: isLive ? 'newest' : 'time' }
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useQuestions(
    id,
    asked,
    isLive,
  )
  const first = data?.pages[0]
  if (!data || !first) return error ? <Trouble error={error} retry={refetch} /> : <Loading />
  const items = data.pages.flatMap((page) => page.items)
  const left = first.total - items.length
  if (first.counts.all === 0 && first.counts.staff === 0) return <NothingSaid webinar={webinar} />
  const hasQuestions = first.counts.where.some(({ where }) => where === 'question')
  return (
    <>
      {!hasQuestions && <ComingLater webinar={webinar} />}
      <Card title={t('title', counted(first.total))} aside={<Download id={id} filters={asked} />}>
        <Narrowing filters={asked} counts={first.counts} onChange={change} />
        {!first.complete && <p className={style.note}>{t('cut')}</p>}
        {items.length === 0 ? (
          <NothingFound onClear={() => change(noFilters)} canClear={isFiltered(filters)} />
        ) : (
          <ol className={style.list} aria-busy={isPlaceholderData} aria-live={isLive ? 'polite' : undefined}>
            {items.map((item, index) => (
              <Question key={`${item.fact} ${index}`} question={item} />
            ))}
          </ol>
        )}
        {hasNextPage && (
          <p className={style.more}>
            <Button isDisabled={isFetchingNextPage} onPress={() => fetchNextPage()}>
              {t('more')}
            </Button>
            <span>{t('left', counted(left))}</span>
          </p>
        )}
      </Card>
    </>
  )
}

function NothingFound({ onClear, canClear }: { onClear: () => void; canClear: boolean }) {
  const { t } = useTranslation('questions')
  return (
    <div className={style.nothing}>
      <p>{t('nothingMatches')}</p>
      {canClear && <Button onPress={onClear}>{t('clear')}</Button>}
    </div>
  )
}

/** The list as the screen narrows it down, as a file. */
function Download({ id, filters }: { id: string; filters: Filters }) {
  const { t } = useTranslation('questions')
  const api = useApi()
  if (!useMay('export')) return null
  return (
    <a className={buttonLink()} href={api.address(`webinars/${id}/questions.csv`, { ...filters })} download>
      {t('download')}
    </a>
  )
}

type Change = (changed: Parameters<typeof withFilters>[1]) => void

function useFilters(): [Filters, Change] {
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => filtersOf(params), [params])
  const change: Change = useCallback(
    (changed) => setParams((now) => withFilters(now, changed), { replace: true }),
    [setParams],
  )
  return [filters, change]
}
