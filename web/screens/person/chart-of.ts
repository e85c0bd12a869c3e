import type { ChartConfiguration, TooltipItem } from 'chart.js'
import type { AnnotationOptions } from 'chartjs-plugin-annotation'
import type { HistoryAnswer } from '../../../src/http/workspace/people.ts'
import { pointsOf, type Step, ticksBetween } from './steps.ts'

export const chartColours = ['accent', 'wash', 'ink', 'mute', 'line', 'card', 'warm', 'hot'] as const

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
  thresholds: { mql: number; sql: number }
  asOf: string | null
  colours: Readonly<Record<(typeof chartColours)[number], string>>
  words: ChartWords
  open: (at: string) => void
}

const halfYear = 183 * 86_400_000
const font = { family: '"Rubik Variable", Rubik, system-ui, sans-serif', size: 11 }

/** The line of a score for chart.js: steps, the two thresholds, and the moment that is looked at. */
export function chartOf({ history, thresholds, asOf, colours, words, open }: Drawn): ChartConfiguration<'line'> {
  const { steps } = history
  const points = pointsOf(history)
  const [from, to] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0]
  const stepOf = (item: { dataIndex?: number; index?: number }) =>
    steps[Math.min(item.dataIndex ?? item.index ?? 0, steps.length - 1)]!
  const radius = steps.length > 80 ? 0 : 3
  return {
    type: 'line',
    data: {
      datasets: [
        {
          data: points,
          stepped: true,
          borderColor: colours.accent,
          borderWidth: 2,
          backgroundColor: colours.wash,
          fill: 'origin',
          pointRadius: points.map((_, index) => (index < steps.length ? radius : 0)),
          pointHoverRadius: 5,
          pointBackgroundColor: colours.accent,
          pointBorderColor: colours.card,
        },
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      onClick: (_event, [item]) => item && open(stepOf(item).at),
      onHover: ({ native }, items) => {
        if (native?.target instanceof HTMLElement) native.target.style.cursor = items.length > 0 ? 'pointer' : ''
      },
      scales: {
        x: {
          type: 'linear',
          min: from,
          max: to,
          grid: { display: false },
          border: { color: colours.line },
          afterBuildTicks: (axis) => {
            axis.ticks = ticksBetween(from, to, 6).map((value) => ({ value }))
          },
          ticks: {
            color: colours.mute,
            font,
            maxRotation: 0,
            callback: (at) => words.tick(Number(at), to - from > halfYear),
          },
        },
        y: {
          suggestedMin: 0,
          suggestedMax: thresholds.sql * 1.15,
          grid: { color: colours.line },
          border: { display: false },
          ticks: { color: colours.mute, font, maxTicksLimit: 6, callback: (value) => words.number(Number(value)) },
        },
      },
      plugins: {
        tooltip: {
          displayColors: false,
          callbacks: {
            title: ([item]: TooltipItem<'line'>[]) => (item ? words.step(stepOf(item))[0] : ''),
            label: (item) => words.step(stepOf(item))[1],
          },
        },
        annotation: {
          annotations: [
            threshold(thresholds.mql, words.mql, colours.warm, colours),
            threshold(thresholds.sql, words.sql, colours.hot, colours),
            ...(asOf ? [moment(Date.parse(asOf), colours.ink)] : []),
          ],
        },
      },
    },
  }
}

function threshold(value: number, words: string, colour: string, { mute, card }: Drawn['colours']): AnnotationOptions {
  return {
    type: 'line',
    yMin: value,
    yMax: value,
    borderColor: colour,
    borderWidth: 1,
    borderDash: [4, 3],
    label: {
      display: true,
      content: words,
      position: 'start',
      color: mute,
      backgroundColor: card,
      padding: { x: 4, y: 1 },
      font: { ...font, weight: 'normal' },
    },
  }
}

function moment(at: number, colour: string): AnnotationOptions {
  return { type: 'line', xMin: at, xMax: at, borderColor: colour, borderWidth: 1.5 }
}
