import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../format.ts'
import { LedgerSum } from '../../parts/ledger.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'
import { AskedToBuy } from './asked-to-buy.tsx'
import { personQuery } from './queries.ts'
import style from './why.module.css'
import { WhyLines } from './why-lines.tsx'

/** Why somebody's score is what it is: the ledger, and the way to everything else about them. */
export function Why({
  webinar,
  person,
  titleId,
  close,
}: {
  webinar: string
  person: string
  titleId: string
  close: () => void
}) {
  const { t } = useTranslation(['webinar', 'common'])
  const format = useFormat()
  const slug = useSlug()
  const { data, error, refetch } = useQuery(personQuery(useApi(), slug, webinar, person))
  const who = data?.person
  return (
    <>
      <div className={style.head}>
        <h2 id={titleId} aria-live="polite">
          {data ? t('why.title', { score: `\u2068${format.number(data.scorecard.score)}\u2069` }) : t('why.titleAlone')}{' '}
          {who && <bdi>{who.name ?? who.email ?? t('common:nobodyKnown')}</bdi>}
        </h2>
        <button type="button" className={style.close} onClick={close} aria-label={t('why.close')}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {error && !data && <Trouble error={error} retry={refetch} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <p className={style.more}>
            <Link href={`/w/${slug}/people/${data.person.id}`}>{t('why.person')}</Link>
          </p>
          <AskedToBuy of={data} webinar={webinar} />
          <WhyLines of={data} webinar={webinar} />
          <LedgerSum sum={data.scorecard.score} />
        </>
      )}
    </>
  )
}
