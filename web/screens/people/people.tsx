import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { useCounted } from '../../counted.ts'
import { useFormat } from '../../format.ts'
import { Button, buttonLink } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useMay } from '../../rights.ts'
import { useSlug } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { useApi } from '../../workspace-api.ts'
import { Exports } from './exports.tsx'
import { type Filters, filtersOf, filtersOfSegment, isSame, withFilters } from './filters.ts'
import { List, mostRows } from './list.tsx'
import { useNamed } from './named.ts'
import { Narrowing } from './narrowing.tsx'
import style from './people.module.css'
import { segmentsQuery, usePeople } from './queries.ts'
import { Regular } from './regular/regular.tsx'
import { SaveSegment } from './save-segment.tsx'
import { SegmentTools } from './segment-tools.tsx'
import { Segments } from './segments.tsx'

/** Everybody of the workspace, the hottest first; narrowed down, saved under a name, taken away as a file. */
export default function People() {
  const mayKeep = useMay('export')
  const { t } = useTranslation('people')
  const api = useApi()
  const slug = useSlug()
  const [params, setParams] = useSearchParams()
  const filters = useFilters(params)
  const { data: segments } = useQuery(segmentsQuery(api, slug))
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = usePeople(filters)
  const [isRegularShown, showRegular] = useState(false)
  useTitle(t('title'))
  const change = (changed: Filters) => setParams((now) => withFilters(now, changed), { replace: true })
  const show = (next: Filters) => setParams({ ...next }, { replace: true })
  const isFiltered = Object.keys(filters).length > 0
  const own = segments?.items.find((each) => isSame(filtersOfSegment(each.filters), filters))
  const named = useNamed(segments)
  const chosen = [...named.own, ...named.ready].find((each) => isSame(each.filters, filters))
  const people = data?.pages.flatMap(({ items }) => items) ?? []
  const isNobody = data !== undefined && people.length === 0 && !isPlaceholderData
  return (
    <div className={style.screen}>
      <header className={style.head}>
        <h1>{t('title')}</h1>
        {data && <HowMany matching={data.pages[0]?.matching ?? null} rows={people.length} />}
        <div className={style.tools}>
          {mayKeep &&
            (own ? <SegmentTools key={own.id} segment={own} /> : isFiltered && <SaveSegment filters={filters} />)}
          {mayKeep && (
            <Button aria-expanded={isRegularShown} onPress={() => showRegular(!isRegularShown)}>
              {t('regular.send')}
            </Button>
          )}
          {!(isNobody && !isFiltered) && <Exports filters={filters} segment={own?.id ?? null} />}
        </div>
      </header>
      {isRegularShown && (
        <Regular
          segments={[...named.ready, ...named.own]}
          chosen={chosen?.key ?? ''}
          isUnsaved={isFiltered && !chosen}
        />
      )}
      {isNobody && !isFiltered ? (
        <NobodyYet />
      ) : (
        <div className={style.columns}>
          {segments && <Segments segments={segments} filters={filters} onShow={show} />}
          <section className={style.card} aria-label={t('title')}>
            <Narrowing filters={filters} onChange={change} />
            {error && !data && <Trouble error={error} retry={refetch} />}
            {!data && !error && <Loading />}
            {isNobody && (
              <Empty title={t('nobodyMatches')}>
                <Button onPress={() => show({})}>{t('clear')}</Button>
              </Empty>
            )}
            {people.length > 0 && (
              <List
                people={people}
                isChanging={isPlaceholderData}
                more={hasNextPage && !isFetchingNextPage && people.length < mostRows ? () => fetchNextPage() : null}
              />
            )}
            {hasNextPage && people.length >= mostRows && <Most rows={people.length} />}
          </section>
        </div>
      )}
    </div>
  )
}

function HowMany({ matching, rows }: { matching: number | null; rows: number }) {
  const { t } = useTranslation('people')
  const counted = useCounted()
  const format = useFormat()
  return (
    <span className={style.count} role="status">
      {matching === null ? t('moreThan', { number: format.count(rows) }) : t('count', counted(matching))}
    </span>
  )
}

function Most({ rows }: { rows: number }) {
  const { t } = useTranslation('people')
  const format = useFormat()
  return <p className={style.most}>{t('most', { number: format.count(rows) })}</p>
}

function NobodyYet() {
  const { t } = useTranslation('people')
  const slug = useSlug()
  return (
    <Empty title={t('nobodyYet')}>
      <p>{t('nobodyYetDo')}</p>
      <p className={style.ways}>
        <Link href={`/w/${slug}/sources`} className={buttonLink({ go: true })}>
          {t('toSources')}
        </Link>
        <Link href={`/w/${slug}/import`} className={buttonLink()}>
          {t('toImport')}
        </Link>
      </p>
    </Empty>
  )
}

/** The same object as long as they say the same. */
function useFilters(params: URLSearchParams): Filters {
  const filters = filtersOf(params)
  return useMemo(() => filters, [JSON.stringify(filters)])
}
