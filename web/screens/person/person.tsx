import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Redirect } from 'wouter'
import { Problem } from '../../api.ts'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useSlug } from '../../session.ts'
import { usePersonAddress } from './address.ts'
import { AsOf } from './as-of.tsx'
import { Head } from './head.tsx'
import { InTheirWords } from './in-their-words.tsx'
import style from './person.module.css'
import { PersonLedger } from './person-ledger.tsx'
import { usePerson } from './queries.ts'
import { SalesSaid } from './sales-said.tsx'
import { ScoreOverTime } from './score-over-time.tsx'
import { Standing } from './standing.tsx'
import { Timeline } from './timeline.tsx'
import { Visited } from './visited.tsx'

const Alerts = lazy(() => import('./alerts/arrive.ts'))
const Merges = lazy(() => import('./merges/arrive.ts'))

/** One person: who it is, what the score is and was, amount by amount, webinar by webinar, fact by fact. */
export default function Person({ id }: { id: string }) {
  const slug = useSlug()
  const [address] = usePersonAddress()
  const { data, error, refetch, isPlaceholderData } = usePerson(id, address.asOf)
  if (error) return <Refused error={error} retry={refetch} />
  if (!data) return <Loading />
  if (data.person.id !== id)
    return <Redirect to={`/w/${slug}/people/${data.person.id}${window.location.search}`} replace />
  return (
    <div className={style.screen} aria-busy={isPlaceholderData}>
      <Head person={data.person} card={data.scorecard} />
      <AsOf id={id} />
      <Standing card={data.scorecard} />
      <SalesSaid shown={data} />
      <div className={style.parts}>
        <InTheirWords shown={data} />
        <ScoreOverTime id={id} />
        <div className={style.ledger}>
          <PersonLedger shown={data} />
        </div>
        <Visited webinars={data.webinars} />
        <Timeline shown={data} />
      </div>
      {address.asOf === null && (
        <Suspense>
          <Alerts id={id} />
          <Merges shown={data} />
        </Suspense>
      )}
    </div>
  )
}

function Refused({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation('person')
  const slug = useSlug()
  const [{ asOf }, change] = usePersonAddress()
  if (!(error instanceof Problem) || error.status >= 500) return <Trouble error={error} retry={retry} />
  const isBadMoment = error.members.field === 'asOf'
  return (
    <Empty title={isBadMoment ? t('badMoment') : t('missing.title')}>
      <p>{isBadMoment ? error.message : t(asOf ? 'missing.then' : 'missing.why')}</p>
      {asOf ? (
        <Button onPress={() => change({ asOf: null })}>{t('asOf.back')}</Button>
      ) : (
        <Link href={`/w/${slug}/webinars`}>{t('missing.home')}</Link>
      )}
    </Empty>
  )
}
