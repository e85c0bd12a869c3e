import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { ACT_GROUPS, type ActGroup } from '../../../src/domain/audit.ts'
import { Button, buttonLink } from '../../parts/button.tsx'
import { Chips } from '../../parts/chips.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useMay } from '../../rights.ts'
import { useSlug } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { useApi } from '../../workspace-api.ts'
import { Entries } from './entries.tsx'
import style from './log.module.css'
import { groupOf, useLog } from './queries.ts'

/** What somebody may have to answer for: who did it, when, and what. The kind that is shown stands in the address. */
export default function Log() {
  const { t } = useTranslation('log')
  const slug = useSlug()
  const mayRead = useMay('manage')
  useTitle(t('title'))
  return (
    <div className={style.screen}>
      <div className={style.head}>
        <h1>{t('title')}</h1>
        <Link href={`/w/${slug}/team`} className={buttonLink()}>
          {t('toTeam')}
        </Link>
      </div>
      {mayRead ? <Readable /> : <p className={style.note}>{t('ownerOnly')}</p>}
    </div>
  )
}

function Readable() {
  const { t } = useTranslation('log')
  const api = useApi()
  const [params, setParams] = useSearchParams()
  const group = groupOf(params)
  const options: (readonly [ActGroup | '', string])[] = [
    ['', t('all')],
    ...ACT_GROUPS.map((each) => [each, t(`group.${each}`)] as const),
  ]
  return (
    <>
      <p className={style.note}>{t('why')}</p>
      <div className={style.head}>
        <div className={style.kinds}>
          <Chips
            label={t('show')}
            value={group ?? ''}
            options={options}
            onChange={(act) => setParams(act ? { act } : {}, { replace: true })}
          />
        </div>
        <a className={buttonLink()} href={api.address('audit.csv', group ? { act: group } : {})} download>
          {t('download')}
        </a>
      </div>
      <Pages group={group} showAll={() => setParams({}, { replace: true })} />
    </>
  )
}

function Pages({ group, showAll }: { group: ActGroup | undefined; showAll: () => void }) {
  const { t } = useTranslation('log')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLog(group, true)
  if (error && !data) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  const entries = data.pages.flatMap(({ items }) => items)
  if (entries.length === 0)
    return group ? (
      <Empty title={t('emptyGroup')}>
        <Button onPress={showAll}>{t('showAll')}</Button>
      </Empty>
    ) : (
      <Empty title={t('empty')}>
        <p>{t('emptyNext')}</p>
      </Empty>
    )
  return (
    <>
      <Entries entries={entries} />
      {error && <Trouble error={error} retry={fetchNextPage} />}
      {hasNextPage && (
        <div>
          <Button isDisabled={isFetchingNextPage} onPress={() => fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}
