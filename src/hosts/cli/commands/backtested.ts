import type { BacktestAnswer, SuggestionAnswer } from '../../../http/workspace/backtest-shape.ts'
import { table } from '../table.ts'

type Estimate = { value: number; from: number; to: number } | null
type Figures = BacktestAnswer['all']

/** A dry run as a page to read; every figure with its 95 % interval. */
export function backtestInWords({ leftOut, split, all, older, newer, rules, revenue }: BacktestAnswer): string {
  const unjudged = leftOut.unknown + leftOut.staff + leftOut.unreadable
  return [
    `${all.people} people were won (${all.won}) or lost (${all.lost}) from ${day(all.from)} to ${day(all.to)}.`,
    ...(unjudged > 0
      ? [
          `${unjudged} more are not judged: ${leftOut.unknown} of whom nothing was known before, ${leftOut.staff} staff, ${leftOut.unreadable} unreadable.`,
        ]
      : []),
    `Older part until ${day(split.at)} (${older.people}), newer part from then on (${newer.people}). Intervals are 95 %.`,
    '',
    partsTable({ all, older, newer }),
    ...all.lift.flatMap(({ share, tied }) =>
      tied
        ? [
            `Top ${percent(share)}: the cut goes through ${tied.people} people with ${tied.score} points; ${tied.taken} of them count, in proportion.`,
          ]
        : [],
    ),
    '',
    bandsTable(all, revenue),
    ...revenue.totals.map(
      ({ currency, value }) =>
        `${revenue.openLeads} open leads may bring ${amount(value)} ${currency ?? '(no currency)'}, if they fare as their bands did.`,
    ),
    ...(revenue.wonWithoutAmount > 0 ? [`${revenue.wonWithoutAmount} deals won have no amount.`] : []),
    '',
    table(
      ['rule', 'points', 'winners', 'losers', 'difference'],
      rules.map(({ rule, points, won, lost, difference }) => [
        ...[rule, points, `${won.applied} of ${won.of}`, `${lost.applied} of ${lost.of}`],
        shown(difference, percent),
      ]),
    ),
  ].join('\n')
}

/** A suggestion as a page to read. */
export function suggestionInWords({ fittedOn, judgedOn, splitAt, text, changes, draft }: SuggestionAnswer): string {
  return [
    `Fitted on ${fittedOn} people before ${day(splitAt)}, judged on the ${judgedOn} after.`,
    text,
    '',
    table(
      ['rule', 'points', 'suggested', 'why'],
      changes.map(({ rule, points, suggested, why }) => [rule, points, draft ? suggested : points, why]),
    ),
    ...(draft ? ['', 'Nothing was changed. The draft is in the answer of --json.'] : []),
  ].join('\n')
}

function partsTable(parts: Record<string, Figures>): string {
  const rows = (name: string, of: (figures: Figures) => string) => [name, ...Object.values(parts).map(of)]
  return table(
    ['', ...Object.keys(parts)],
    [
      rows('AUC (0.5 is chance)', ({ auc }) => shown(auc, (value) => value.toFixed(2))),
      ...[0, 1].map((at) =>
        rows(`lift of the top ${at === 0 ? 10 : 20} %`, ({ lift }) =>
          shown(lift[at]?.lift ?? null, (value) => value.toFixed(1)),
        ),
      ),
      ...(['mql', 'sql'] as const).flatMap((stage) => [
        rows(`${stage.toUpperCase()} precision`, ({ thresholds }) => shown(thresholds[stage].precision, percent)),
        rows(`${stage.toUpperCase()} recall`, ({ thresholds }) => shown(thresholds[stage].recall, percent)),
      ]),
    ],
  )
}

function bandsTable({ bands }: Figures, revenue: BacktestAnswer['revenue']): string {
  return table(
    ['score', 'people', 'won', 'conversion', 'open now', 'expected'],
    bands.map(({ from, to, people, won, conversion }, at) => {
      const { open, expected } = revenue.bands[at]!
      const sums = expected.map(({ currency, value }) => `${amount(value)} ${currency ?? ''}`.trim()).join(', ')
      return [rangeOf(from, to), people, won, shown(conversion, percent), open, sums]
    }),
  )
}

function rangeOf(from: number | null, to: number | null): string {
  if (from === null) return to === null ? 'any' : `below ${to}`
  return to === null ? `${from} and more` : `${from} to below ${to}`
}

function shown(estimate: Estimate, format: (value: number) => string): string {
  return estimate ? `${format(estimate.value)} (${format(estimate.from)} to ${format(estimate.to)})` : '–'
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`
}

function amount(value: number): string {
  return Math.round(value).toLocaleString('en')
}

function day(moment: string | null): string {
  return moment?.slice(0, 10) ?? '–'
}
