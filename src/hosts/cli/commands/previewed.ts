import type { PreviewAnswer } from '../../../http/workspace/preview.ts'
import { table } from '../table.ts'

type Moved = PreviewAnswer['moves'][number]
type Crossing = PreviewAnswer['lines']['mql']['entered']

const titles = { mql: 'MQL', sql: 'SQL', nurture: 'nurture', disqualified: 'disqualified' } as const

/** A preview as a page to read: who crosses which line, what moves whom furthest, the scores, the hot leads a day. */
export function previewInWords(preview: PreviewAnswer): string {
  const { asOf, fromVersion, people, staff, changed, lines, moves, unscored, notes } = preview
  const without = staff > 0 ? ` (${staff} of them staff, left out)` : ''
  return [
    `As of ${asOf}, compared with version ${fromVersion}: ${people} people${without}, ${changed} would change.`,
    ...notes.map(({ text }) => `! ${text}`),
    ...(unscored.count > 0 ? [`! ${unscored.count} people cannot be scored and are left out.`] : []),
    ...(Object.keys(titles) as (keyof typeof titles)[]).flatMap((line) => [
      ...crossed(`enter ${titles[line]}`, lines[line].entered),
      ...crossed(`leave ${titles[line]}`, lines[line].left),
    ]),
    ...(moves.length > 0 ? ['', 'The largest moves'] : []),
    ...moves.flatMap(moveInWords),
    ...distributionInWords(preview),
    ...alertsInWords(preview),
    '',
    hotInWords(preview.hotPerDay),
    questionsInWords(preview.questions),
  ].join('\n')
}

function crossed(title: string, { count, people }: Crossing): string[] {
  if (count === 0) return []
  const more = count > people.length ? [`  and ${count - people.length} more`] : []
  return ['', `${count} ${title}`, ...people.map((moved) => `  ${sides(moved)}  ${who(moved)}`), ...more]
}

function moveInWords({ lines, ...moved }: Moved): string[] {
  const parts = lines.map(({ before, after, reason }) => `      ${signed(after - before).padStart(5)}  ${reason}`)
  return [`  ${sides(moved)}  ${who(moved)}`, ...parts]
}

function sides({ before, after }: Omit<Moved, 'lines'>): string {
  const side = ({ score, stage, staff }: Moved['before']) => `${score} ${staff ? 'staff' : stage}`
  return `${side(before)} -> ${side(after)}`.padEnd(32)
}

function who({ person: { name, email, company } }: Omit<Moved, 'lines'>): string {
  return [name, email && `<${email}>`, company].filter(Boolean).join(' ')
}

function distributionInWords({ distribution: { bins } }: PreviewAnswer): string[] {
  if (bins.length === 0) return []
  const range = ({ from, to }: (typeof bins)[number]) =>
    from === null ? `below ${to}` : to === null ? `${from} and more` : `${from} to below ${to}`
  return [
    '',
    table(
      ['score', 'now', 'then'],
      bins.map((bin) => [range(bin), bin.before, bin.after]),
    ),
  ]
}

function alertsInWords({ alerts }: PreviewAnswer): string[] {
  const told = alerts.filter(({ count }) => count > 0)
  if (told.length === 0) return []
  const first = ({ count, people }: (typeof told)[number]) => {
    const named = people.slice(0, 5).map((person) => person.name ?? person.email ?? person.id)
    return named.join(', ') + (count > named.length ? ` and ${count - named.length} more` : '')
  }
  return [
    '',
    'Alerts, were it published with --alerts',
    ...told.map((each) => `  ${each.count}  ${each.rule.name}: ${first(each)}`),
  ]
}

function hotInWords({ before, after, callsPerDay, businessDays }: PreviewAnswer['hotPerDay']): string {
  const rate = (value: number | null) => (value === null ? 'unknown' : value.toFixed(1))
  const calls = callsPerDay === null ? '' : `; sales can call ${callsPerDay}`
  return `People who become SQL on a business day (of the last ${businessDays}): ${rate(before)} now, ${rate(after)} then${calls}.`
}

function questionsInWords({ days, asked, before, after, topics }: PreviewAnswer['questions']): string {
  const moved = topics.filter((each) => each.before !== each.after)
  const each = moved.map(({ topic, before, after }) => `${topic} ${before} -> ${after}`).join(', ')
  const more = moved.length > 0 ? ` (${each})` : ''
  return `About buying, of ${asked} questions and messages of the last ${days} days: ${before} now, ${after} then${more}.`
}

function signed(points: number): string {
  return points < 0 ? String(points) : `+${points}`
}
