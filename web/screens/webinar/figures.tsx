import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Figures as FiguresAnswer } from '../../../src/http/workspace/figures.ts'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { useFormat } from '../../format.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'
import style from './figures.module.css'
import { figuresQuery } from './queries.ts'

type Figure = FiguresAnswer['figures'][number]

/** The headline figures, each beside the median of the company's other webinars. */
export function Figures({ webinar: { id, platform } }: { webinar: WebinarRow }) {
  const { t } = useTranslation('webinar')
  const { data, error, refetch } = useQuery(figuresQuery(useApi(), useSlug(), id))
  if (error && !data) return <Trouble error={error} retry={refetch} />
  const shown = data?.state === 'scheduled' ? data.figures.filter(({ key }) => key === 'registrants') : data?.figures
  return (
    <section className={style.place} aria-label={t('figures.title')} aria-busy={!data}>
      <dl className={style.figures}>
        {shown?.map((figure) => (
          <OneFigure key={figure.key} {...{ figure, platform }} state={data!.state} others={data!.medianOf} />
        )) ?? keys.map((key) => <div key={key} className={style.coming} />)}
      </dl>
    </section>
  )
}

const keys = ['registrants', 'attendees', 'stayed', 'averageMinutes', 'questions', 'mqls', 'sqls'] as const

function OneFigure(props: { figure: Figure; platform: string; state: FiguresAnswer['state']; others: number }) {
  const { figure, platform, state, others } = props
  const { t } = useTranslation('webinar')
  const format = useFormat()
  const { key, value, share, median } = figure
  const isOfShare = key === 'attendees' || key === 'stayed'
  const usual = median && (isOfShare ? median.share : median.value)
  // Zoom's webhooks tell of no questions, so while it runs nobody knows that there are none.
  const isUntold = key === 'questions' && value === 0 && state === 'live' && platform === 'zoom'
  const title = isUntold ? t('fromZoom') : median ? undefined : t('figures.noMedian', { count: others })
  const words = (number: number) => (isOfShare ? format.percent(number) : format.count(number))
  return (
    <div className={style.figure} title={title}>
      <dt>{t(key === 'stayed' && state === 'live' ? 'figures.inTheRoom' : `figures.${key}`)}</dt>
      <dd className={style.value}>
        <bdi>{value === null || isUntold ? '–' : format.count(value)}</bdi>
        {isOfShare && share !== null && (
          <small>
            <bdi>{format.percent(share)}</bdi>
          </small>
        )}
      </dd>
      <dd className={style.median}>
        {usual !== null && t(state === 'live' ? 'figures.medianOfWhole' : 'figures.median', { median: words(usual) })}
      </dd>
    </div>
  )
}
