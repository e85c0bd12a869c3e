import type { AnnotationOptions } from 'chartjs-plugin-annotation'
import type { HistoryAnswer } from '../../../src/http/workspace/people.ts'
import type { LineConfiguration } from '../../parts/line-chart.tsx'
import { endingAt, pointsOf, type Step, ticksBetween } from './steps.ts'

export interface ChartWords {
  /** A moment below the line; `isFar`: the line is longer than half a year. */
  tick: (at: number, isFar: boolean) => string
  number: (value: number) => string
  mql: string
  sql: string
  /** A step in two lines: when, and what the score was from then on. */
  step: (step: Step) => [string, string]
}

export interface Drawn {
  history: HistoryAnswer
  thresholds: { mql: number | null; sql: number | null }
  asOf: string | null
  colours: Readonly<Record<'accent' | 'wash' | 'ink' | 'mute' | 'line' | 'card' | 'warm' | 'hot', string>>
  words: ChartWords
  open: (at: string) => void
}

const halfYear = 183 * 86_400_000
const font = { family: 'Rubik Variable, Rubik, system-ui, sans-serif', size: 11 }
/** More steps than this are a line without dots. */
const mostDots = 80

/** The line of a score for chart.js: steps, the two thresholds, and the moment that is looked at. */
export function scoreLine(drawn: Drawn): Pick<LineConfiguration, 'data' | 'options'> {
  const { history, colours } = drawn
  const points = pointsOf(history)
  const radius = history.steps.length > mostDots ? 0 : 3
  const dataset = {
    data: points,
    stepped: true,
    clip: 6,
    fill: 'origin',
    borderColor: colours.accent,
    borderWidth: 2,
    backgroundColor: colours.wash,
    pointRadius: points.map((_, index) => (index < history.steps.length ? radius : 0)),
    pointHoverRadius: 5,
    pointBackgroundColor: colours.accent,
    pointBorderColor: colours.card,
  }
  return { data: { datasets: [dataset] }, options: optionsOf(drawn, points) }
}

function optionsOf(
  { history: { steps }, thresholds, asOf, colours, words, open }: Drawn,
  points: readonly { x: number }[],
): LineConfiguration['options'] {
  const [from, to] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0]
  const stepOf = (index = 0) => steps[Math.min(index, steps.length - 1)]!
  const ticks = { color: colours.mute, font }
  const shown = asOf ? [{ type: 'line', xMin: Date.parse(asOf), xMax: Date.parse(asOf), borderColor: colours.ink }] : []
  const lines = [
    ...threshold(thresholds.mql, words.mql, colours.warm, colours.mute),
    ...threshold(thresholds.sql, words.sql, colours.hot, colours.mute),
    ...(shown as AnnotationOptions[]),
  ]
  return {
    interaction: { mode: 'nearest', axis: 'x', intersect: false },
    onClick: (_event, [item]) => item && open(stepOf(item.index).at),
    scales: {
      x: {
        type: 'linear',
        min: from,
        max: to + (to - from) * 0.01,
        grid: { display: false },
        border: { color: colours.line },
        afterBuildTicks: (axis) => {
          const ticks = ticksBetween(from, to, Math.max(2, Math.floor(axis.chart.width / 90)))
          axis.ticks = endingAt(to, ticks).map((value) => ({ value }))
        },
        ticks: { ...ticks, maxRotation: 0, callback: (at) => words.tick(Number(at), to - from > halfYear) },
      },
      y: {
        suggestedMin: 0,
        suggestedMax: (thresholds.sql ?? 0) * 1.15,
        border: { display: false },
        grid: { color: colours.line, drawTicks: false },
        ticks: { ...ticks, padding: 6, maxTicksLimit: 6, callback: (value) => words.number(Number(value)) },
      },
    },
    plugins: {
      annotation: { annotations: lines },
      tooltip: {
        displayColors: false,
        backgroundColor: colours.ink,
        titleColor: colours.card,
        bodyColor: colours.card,
        titleFont: font,
        bodyFont: font,
        callbacks: {
          title: ([item]) => words.step(stepOf(item?.dataIndex))[0],
          label: ({ dataIndex }) => words.step(stepOf(dataIndex))[1],
        },
      },
    },
  }
}

/** Its name stands above the line, at its end, where the score moves least. */
/** None where the threshold is a condition and no score. */
function threshold(value: number | null, words: string, colour: string, mute: string): AnnotationOptions[] {
  if (value === null) return []
  const named = { display: true, content: words, position: 'end' as const, yAdjust: -9, color: mute, padding: 0 }
  const label = { ...named, backgroundColor: 'transparent', font: { ...font, weight: 'normal' as const } }
  return [{ type: 'line', yMin: value, yMax: value, borderColor: colour, borderWidth: 1, borderDash: [4, 3], label }]
}
