import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryAnswer } from '../../../src/http/workspace/people.ts'
import { useFormat } from '../../format.ts'
import { useColours } from '../../parts/colours.ts'
import { LineChart } from '../../parts/line-chart.tsx'
import { useWhen } from '../../when.ts'
import { useTimezone } from '../../workspace.ts'
import { usePersonAddress } from './address.ts'
import { type ChartWords, scoreLine } from './score-line.ts'

/** The score as a line of steps; a click opens the step under it. */
export default function ScoreChart(props: {
  history: HistoryAnswer
  thresholds: { mql: number | null; sql: number | null }
}) {
  const { t } = useTranslation('person')
  const colours = useColours('accent', 'wash', 'ink', 'mute', 'line', 'card', 'warm', 'hot')
  const words = useChartWords(props.thresholds)
  const format = useFormat()
  const when = useWhen()
  const [{ asOf }, change] = usePersonAddress()
  const { history, thresholds } = props
  const line = useMemo(
    () => scoreLine({ history, thresholds, asOf, colours, words, open: (at) => change({ asOf: at }) }),
    [history, thresholds, asOf, colours, words, change],
  )
  const [first, last] = [history.steps[0], history.steps.at(-1)]
  const summary =
    first && last
      ? { count: history.steps.length, score: format.number(last.score), since: when.day(first.at) }
      : undefined
  return <LineChart label={summary ? t('history.summary', summary) : t('history.empty')} {...line} />
}

function useChartWords(thresholds: { mql: number | null; sql: number | null }): ChartWords {
  const { t, i18n } = useTranslation(['person', 'common'])
  const format = useFormat()
  const when = useWhen()
  const timeZone = useTimezone()
  return useMemo(() => {
    const near = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', timeZone })
    const far = new Intl.DateTimeFormat(i18n.language, { month: 'short', year: 'numeric', timeZone })
    return {
      tick: (at, isFar) => (isFar ? far : near).format(at),
      number: format.number,
      mql: t('history.mql', { score: thresholds.mql }),
      sql: t('history.sql', { score: thresholds.sql }),
      step: ({ at, score, stage }) => [when.dayAndTime(at), `${format.number(score)} · ${t(`common:stage.${stage}`)}`],
    }
  }, [t, i18n.language, timeZone, format, when, thresholds])
}
