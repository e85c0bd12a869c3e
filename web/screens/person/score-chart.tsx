import { Chart, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js'
import annotation from 'chartjs-plugin-annotation'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryAnswer } from '../../../src/http/workspace/people.ts'
import { useFormat } from '../../format.ts'
import { useColours } from '../../parts/colours.ts'
import { useTimezone } from '../../workspace.ts'
import { type ChartWords, chartColours, chartOf } from './chart-of.ts'
import { useWhen } from './when.ts'

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler, Tooltip, annotation)

/** The score as a line of steps; time runs left to right in every language. A click opens the step under it. */
export default function ScoreChart(props: {
  history: HistoryAnswer
  thresholds: { mql: number; sql: number }
  asOf: string | null
  open: (at: string) => void
}) {
  const { t } = useTranslation('person')
  const canvas = useRef<HTMLCanvasElement>(null)
  const colours = useColours(chartColours)
  const words = useChartWords(props.thresholds)
  const format = useFormat()
  const when = useWhen()
  const { history, thresholds, asOf } = props
  const open = useRef(props.open)
  open.current = props.open

  useEffect(() => {
    const drawn = { history, thresholds, asOf, colours, words, open: (at: string) => open.current(at) }
    const chart = new Chart(canvas.current!, chartOf(drawn))
    return () => chart.destroy()
  }, [history, thresholds, asOf, colours, words])

  const [first, last] = [history.steps[0], history.steps.at(-1)]
  const label =
    first && last
      ? t('history.summary', {
          count: history.steps.length,
          score: format.number(last.score),
          since: when.day(first.at),
        })
      : t('history.empty')
  return <canvas ref={canvas} role="img" aria-label={label} />
}

function useChartWords(thresholds: { mql: number; sql: number }): ChartWords {
  const { t, i18n } = useTranslation(['person', 'common'])
  const format = useFormat()
  const when = useWhen()
  const timeZone = useTimezone()
  return useMemo(() => {
    const near = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', timeZone })
    const far = new Intl.DateTimeFormat(i18n.language, { month: 'short', year: '2-digit', timeZone })
    return {
      tick: (at, isFar) => (isFar ? far : near).format(at),
      number: format.number,
      mql: t('history.mql', { score: thresholds.mql }),
      sql: t('history.sql', { score: thresholds.sql }),
      step: ({ at, score, stage }) => [when.dayAndTime(at), `${format.number(score)} · ${t(`common:stage.${stage}`)}`],
    }
  }, [t, i18n.language, timeZone, format, when, thresholds])
}
