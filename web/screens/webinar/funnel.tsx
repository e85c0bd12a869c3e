import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearch } from 'wouter'
import type { Funnel as FunnelAnswer } from '../../../src/http/workspace/figures.ts'
import { useFormat } from '../../format.ts'
import { Card } from '../../parts/card.tsx'
import { ShareBar } from '../../parts/share-bar.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'
import style from './funnel.module.css'
import { funnelQuery } from './queries.ts'
import { noFilters, withFilters } from './ranking/filters.ts'

/** How many reached each stage. A step leads to the people whom it counts. */
export const Funnel = memo(function Funnel({ id }: { id: string }) {
  const { t } = useTranslation('webinar')
  const { data, error, refetch } = useQuery(funnelQuery(useApi(), useSlug(), id))
  return (
    <Card title={t('funnel.title')}>
      {error && !data && <Trouble error={error} retry={refetch} />}
      <ol className={style.funnel} aria-busy={!data}>
        {data?.steps.map((step) => (
          <Step key={step.stage} step={step} />
        ))}
      </ol>
      {data && <Attendance attendance={data.attendance} />}
    </Card>
  )
})

type Step = FunnelAnswer['steps'][number]

function Step({ step }: { step: Step }) {
  const { t } = useTranslation('webinar')
  const format = useFormat()
  const [path] = useLocation()
  const params = withFilters(new URLSearchParams(useSearch()), { ...noFilters, reached: step.stage })
  const { stage, count, share } = step
  return (
    <li>
      <Link href={`${path}?${params}`} replace className={style.step} title={t('funnel.show')}>
        <span className={style.name}>{t(`funnel.stage.${stage as 'lead'}`)}</span>
        <span className={style.room}>
          <ShareBar share={share} count={count} />
        </span>
        <b className={style.count}>{format.count(count)}</b>
        <span className={style.share}>{share === null ? '' : format.percent(share)}</span>
      </Link>
    </li>
  )
}

const shown = ['noShows', 'replayOnly', 'unidentified'] as const

/** Those whom the funnel does not show, and connections of which nobody knows whose they are. */
function Attendance({ attendance }: { attendance: FunnelAnswer['attendance'] }) {
  const { t } = useTranslation('webinar')
  const format = useFormat()
  return (
    <div className={style.attendance}>
      <dl>
        {shown.map((key) => (
          <div key={key} title={key === 'unidentified' ? t('attendance.unidentifiedMeans') : undefined}>
            <dt>{t(`attendance.${key}`)}</dt>
            <dd>{format.count(attendance[key])}</dd>
          </div>
        ))}
      </dl>
      {attendance.noShows > 0 && attendance.replayOnly > 0 && <p>{t('attendance.alsoNoShows')}</p>}
    </div>
  )
}
