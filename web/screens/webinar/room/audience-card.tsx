import { useQuery } from '@tanstack/react-query'
import { lazy, memo, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { WebinarRow } from '../../../../src/http/workspace/webinars.ts'
import { useFormat } from '../../../format.ts'
import { Card } from '../../../parts/card.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { Twin } from '../../../parts/twin.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { audienceQuery } from '../queries.ts'
import style from './audience-card.module.css'
import { curveOf, minuteAt } from './curve.ts'

const AudienceChart = lazy(() => import('./audience-chart.tsx'))

export interface RoomProps {
  id: string
  state: WebinarRow['state']
  seconds: number
  now: number | null
}

/** How many people were in the room, minute by minute. */
export const AudienceCard = memo(function AudienceCard(props: RoomProps) {
  const { id, state, seconds, now } = props
  const { t } = useTranslation('webinar')
  const format = useFormat()
  const { data, error, refetch } = useQuery(audienceQuery(useApi(), useSlug(), id, state))
  const curve = useMemo(() => data && curveOf(data, seconds, now), [data, seconds, now])
  const peak = curve?.peak
  const people = peak && t('room.people', { count: peak.people, number: format.count(peak.people) })
  const summary = peak ? t('room.summary', { people, minute: format.count(minuteAt(peak.at)) }) : t('room.empty')
  return (
    <Card title={t('room.title')}>
      {error && !data && <Trouble error={error} retry={refetch} />}
      {curve && !peak && <p className={style.empty}>{t('room.empty')}</p>}
      {(!curve || peak) && (
        <div className={style.chart}>
          <Suspense>{curve && <AudienceChart curve={curve} label={summary} />}</Suspense>
        </div>
      )}
      {data && peak && (
        <>
          <p className={style.summary}>{summary}</p>
          <Twin
            caption={t('room.title')}
            head={[t('room.minuteHead'), t('room.peopleHead')]}
            rows={data.minutes.map(({ minute, people }) => [format.count(minute + 1), format.count(people)])}
          />
        </>
      )}
    </Card>
  )
})
