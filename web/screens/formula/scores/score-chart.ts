import type { AnnotationOptions } from 'chartjs-plugin-annotation'
import type { LineConfiguration } from '../../../parts/line-chart.tsx'
import { type Column, outlineOf } from './score-shape.ts'

export type Line = 'mql' | 'sql'
export type Lines = Readonly<Record<Line, number | null>>

export interface Drawn {
  columns: readonly Column[]
  /** The thresholds as they are and as they would be; null where one is a condition. */
  lines: { before: Lines; after: Lines }
  colours: Readonly<Record<'accent' | 'wash' | 'ink' | 'mute' | 'line' | 'card' | 'warm' | 'hot', string>>
  words: {
    number: (value: number) => string
    line: (line: Line, score: number) => string
    /** Which scores a column holds, then how many people it has and had. */
    column: (column: Column) => [string, string]
  }
}

const font = { family: 'Rubik Variable, Rubik, system-ui, sans-serif', size: 11 }

/** Two outlines over each other, the one in force dashed, and the thresholds across them. */
export function scoreChart({ columns, lines, colours, words }: Drawn): Pick<LineConfiguration, 'data' | 'options'> {
  const shared = { stepped: 'middle' as const, pointRadius: 0, pointHoverRadius: 0 }
  const ticks = { color: colours.mute, font, maxRotation: 0 }
  return {
    data: {
      datasets: [
        {
          ...{ ...shared, data: outlineOf(columns, 'after'), borderColor: colours.accent, borderWidth: 1.5 },
          ...{ backgroundColor: colours.wash, fill: 'origin', order: 2 },
        },
        {
          ...{ ...shared, data: outlineOf(columns, 'before'), borderColor: colours.ink, borderWidth: 1.5 },
          ...{ borderDash: [3, 3], fill: false, order: 1 },
        },
      ],
    },
    options: {
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'linear',
          min: columns[0]?.from ?? 0,
          max: columns.at(-1)?.to ?? 100,
          grid: { display: false },
          border: { color: colours.line },
          ticks: { ...ticks, maxTicksLimit: 9, callback: (value) => words.number(Number(value)) },
        },
        y: {
          beginAtZero: true,
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: {
            ...ticks,
            padding: 6,
            maxTicksLimit: 5,
            precision: 0,
            callback: (value) => words.number(Number(value)),
          },
        },
      },
      plugins: {
        annotation: { annotations: thresholds(lines, colours, words.line) },
        tooltip: {
          ...{ displayColors: false, backgroundColor: colours.ink, titleColor: colours.card, bodyColor: colours.card },
          ...{ titleFont: font, bodyFont: font },
          filter: ({ datasetIndex, dataIndex }) => datasetIndex === 0 && columns[dataIndex - 1] !== undefined,
          callbacks: {
            title: ([item]) => (item ? words.column(columns[item.dataIndex - 1]!)[0] : ''),
            label: ({ dataIndex }) => words.column(columns[dataIndex - 1]!)[1],
          },
        },
      },
    },
  }
}

function thresholds(
  { before, after }: Drawn['lines'],
  colours: Drawn['colours'],
  words: Drawn['words']['line'],
): AnnotationOptions[] {
  return (['mql', 'sql'] as const).flatMap((line) => {
    const colour = line === 'mql' ? colours.warm : colours.hot
    const [was, is] = [before[line], after[line]]
    const old = was !== null && was !== is ? [across(was, colour, [2, 3])] : []
    if (is === null) return old
    const label = {
      ...{ display: true, content: words(line, is), position: 'end' as const, color: colours.mute },
      // Between the two lines there may be no room: each name stands on its own side.
      ...{ xAdjust: line === 'mql' ? -30 : 30, backgroundColor: colours.card, padding: 2 },
      font: { ...font, weight: 'normal' as const },
    }
    return [...old, { ...across(is, colour), label }]
  })
}

function across(score: number, borderColor: string, borderDash: number[] = []) {
  return { type: 'line' as const, xMin: score, xMax: score, borderColor, borderWidth: 1.5, borderDash }
}
