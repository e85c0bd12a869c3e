import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { Empty } from '../../parts/empty.tsx'
import { useSlug } from '../../session.ts'
import { useNow } from '../../ticking.ts'
import { useApi } from '../../workspace-api.ts'
import { pullsQuery } from '../webinar/queries.ts'
import style from './questions.module.css'

/** Zoom's report is there about half an hour after the end; somebody who looks later has to do something. */
const lagMs = 60 * 60_000
const tickMs = 60_000

type Stage = 'scheduled' | 'live' | 'soon' | 'missing'

/** What is to be expected of a webinar whose questions are not here. */
function useStage({ state, endsAt }: WebinarRow): Stage {
  const now = useNow(state === 'ended' ? tickMs : null)
  if (state !== 'ended') return state
  return endsAt !== null && now < Date.parse(endsAt) + lagMs ? 'soon' : 'missing'
}

/** Nothing has been said: when it comes, or what to do. */
export function NothingSaid({ webinar }: { webinar: WebinarRow }) {
  const { t } = useTranslation('questions')
  const stage = useStage(webinar)
  return (
    <Empty title={t(`nothing.${stage}`)}>
      <Expect webinar={webinar} stage={stage} />
    </Empty>
  )
}

/** The same above a list that has chat but no questions. */
export function ComingLater({ webinar }: { webinar: WebinarRow }) {
  const stage = useStage(webinar)
  if (stage === 'scheduled') return null
  return (
    <div className={style.coming} role="note">
      <Expect webinar={webinar} stage={stage} />
    </div>
  )
}

function Expect({ webinar: { id, platform, state }, stage }: { webinar: WebinarRow; stage: Stage }) {
  const { t } = useTranslation('questions')
  const slug = useSlug()
  const { data: pulls } = useQuery(pullsQuery(useApi(), slug, id, state))
  const isZoom = platform === 'zoom'
  if (stage === 'scheduled') return <p>{t('expect.scheduled')}</p>
  if (stage === 'live') return <p>{t(isZoom ? 'expect.liveZoom' : 'expect.live')}</p>
  if (stage === 'soon') return <p>{t(isZoom ? 'expect.soonZoom' : 'expect.live')}</p>
  if (pulls?.isConnected) return <p>{t('expect.fetched')}</p>
  return (
    <>
      <p>{t(isZoom ? 'expect.missingZoom' : 'expect.missing')}</p>
      <p className={style.ways}>
        {isZoom && <Link href={`/w/${slug}/sources`}>{t('toSources')}</Link>}
        <Link href={`/w/${slug}/import`}>{t('toImport')}</Link>
      </p>
    </>
  )
}
