import { inWords, type Machine } from './machine.ts'
import type { Row } from './row.ts'

/** The rows for people to read, with the machine that they were measured on. */
export function tableOf(rows: readonly Row[], machine: Machine, scale: number): string {
  const cells = [['row', 'value', 'baseline', 'ratio', 'must', 'goal', 'reached'], ...rows.map(cellsOf)]
  return [inWords(machine), ...warning(scale), '', ...columns(cells), '', ...rows.map(explained), ''].join('\n')
}

/** Rows of cells as lines, each column as wide as its widest cell. */
export function columns(cells: readonly string[][]): string[] {
  const widths = cells[0]!.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)))
  return cells.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  )
}

/** That figures of a small run say little. */
export function warning(scale: number): string[] {
  return scale < 1 ? [`QUICK: all sizes × ${scale}. This shows that everything works; the figures say little.`] : []
}

function cellsOf({ name, value, unit, baseline, ratio, must, goal, goalOf, goalIs, reached }: Row): string[] {
  return [
    name,
    `${value.toLocaleString('en')} ${unit}`,
    baseline === null ? '-' : baseline.toLocaleString('en'),
    ratio === null ? '-' : String(ratio),
    must
      .map(({ what, got, asked, ok }) => `${ok ? '' : 'MISSED '}${what} ${got.toLocaleString('en')} ${asked}`)
      .join(', '),
    `${goalOf === 'ratio' ? 'ratio' : unit} ${goalIs === 'least' ? '≥' : '≤'} ${goal}`,
    reached,
  ]
}

function explained({ name, what, against, baseline, note, beside, costs = [] }: Row): string {
  return [
    `${name}: ${what}${baseline === null ? '' : `; baseline: ${against}`}. ${note}`.trim(),
    ...beside.map((each) => `  beside: ${each.name} ${each.value.toLocaleString('en')} ${each.unit}. ${each.note}`),
    ...threads(costs).flatMap((thread) => [
      `  greatest costs${thread ? ` of the thread "${thread}"` : ''}:`,
      ...costs
        .filter((cost) => cost.thread === thread)
        .map(({ share, what }) => `${(share * 100).toFixed(1).padStart(8)} %  ${what}`),
    ]),
  ].join('\n')
}

function threads(costs: NonNullable<Row['costs']>): string[] {
  return [...new Set(costs.map(({ thread }) => thread))]
}
