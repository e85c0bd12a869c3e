import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { useFormat } from '../../format.ts'
import { phone, useMedia } from '../../media.ts'
import { Button, buttonLink } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useSlug } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { Cards } from './cards.tsx'
import { groupsOf } from './groups.ts'
import { useWebinars } from './queries.ts'
import { Search } from './search.tsx'
import { Table } from './table.tsx'
import style from './webinars.module.css'

/** So many can be taken in at a glance; with more there is a search. */
const handful = 6

/** All webinars of the workspace: what runs, what comes, what is over. */
export default function Webinars() {
  const { t } = useTranslation('webinars')
  const format = useFormat()
  const isPhone = useMedia(phone)
  const [params, setParams] = useSearchParams()
  const { data, error, refetch } = useWebinars()
  const wanted = { q: params.get('q') ?? '', kind: params.get('kind') ?? '' }
  const isNarrowed = wanted.q !== '' || wanted.kind !== ''
  useTitle(t('title'))
  const groups = groupsOf(data ?? [], wanted)
  const count = groups.reduce((sum, { webinars }) => sum + webinars.length, 0)
  return (
    <div className={style.screen}>
      <header className={style.head}>
        <h1>{t('title')}</h1>
        {data && data.length > 0 && (
          <span className={style.count} role="status">
            {t('count', { count, number: format.count(count) })}
          </span>
        )}
        {data && (data.length > handful || isNarrowed) && <Search webinars={data} />}
      </header>
      {error && !data && <Trouble error={error} retry={refetch} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <Nothing />}
      {groups.length > 0 && (isPhone ? <Cards groups={groups} /> : <Table groups={groups} />)}
      {data && data.length > 0 && groups.length === 0 && (
        <Empty title={t('nobodyMatches')}>
          <Button onPress={() => setParams({}, { replace: true })}>{t('clear')}</Button>
        </Empty>
      )}
    </div>
  )
}

function Nothing() {
  const { t } = useTranslation('webinars')
  const slug = useSlug()
  return (
    <Empty title={t('empty.title')}>
      <p>{t('empty.words')}</p>
      <p className={style.ways}>
        <Link href={`/w/${slug}/sources`} className={buttonLink({ go: true })}>
          {t('empty.connect')}
        </Link>
        <Link href={`/w/${slug}/import`} className={buttonLink()}>
          {t('empty.drop')}
        </Link>
      </p>
    </Empty>
  )
}
