import { inWords, type Machine } from '../machine.ts'
import { short } from '../row.ts'
import { columns, warning } from '../table.ts'
import type { Figure, Size } from './growth.ts'

/** The sizes for people to read. */
export function growthTable(sizes: readonly Size[], machine: Machine, scale: number): string {
  const head = [
    'facts',
    'people',
    'webhooks/s',
    'ranking by points, ms',
    'by score, ms',
    'people scored anew/s',
    'seconds',
  ]
  const rows = sizes.map(({ facts, people, ingest, byPoints, byScore, rescore }) => [
    ...[facts, people].map((count) => count.toLocaleString('en')),
    ...[ingest, byPoints, byScore].map(inFigures),
    inFigures(rescore),
    `${rescore.seconds} (SELECT ${rescore.selectSeconds}, × ${short(rescore.seconds / rescore.selectSeconds)})`,
  ])
  const words =
    'In brackets: × the figure of the smallest size, and the baseline of the same run: webhooks into an empty workspace, ' +
    'the bare indexed SELECT of the page, one pass of SELECT over the facts. The webhooks of all sizes are the same ones; ' +
    'they add some ten thousand facts.'
  return [inWords(machine), ...warning(scale), '', ...columns([head, ...rows]), '', words, ''].join('\n')
}

function inFigures({ value, baseline, ofSmallest }: Figure): string {
  return `${value.toLocaleString('en')} (× ${ofSmallest}; ${baseline.toLocaleString('en')})`
}
