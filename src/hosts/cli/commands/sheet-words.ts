import { table } from '../table.ts'

interface Named {
  name: string | null
  email: string | null
}

interface List<Item> {
  items: Item[]
  total: number
}

/** The parts of `GET /webinars/{id}/reconciliation` that are told. */
export interface Sheet {
  webinar: { id: string; topic: string | null; startsAt: string | null; liveSeconds: number }
  state: string
  since: string | null
  why: { text: string }
  nextFetchAt: string | null
  toDo: { text: string }[]
  headline: {
    registered: number
    attended: number
    matched: number
    unregistered: number
    noShows: number | null
    unidentified: { connections: number; people: number }
    clashes: number
    dialIns: { bound: number; unbound: number }
    staff: number
    differing: number | null
    webhooksLost: number | null
    rowsMissing: number | null
    repairs: number
  }
  people: List<{
    person: Named
    webhookSeconds: number
    reportSeconds: number
    togetherSeconds: number
    differenceSeconds: number
  }>
  unidentified: List<{ name: string | null; seconds: number; connections: object[]; suggestions: { person: Named }[] }>
  clashes: List<{ name: string | null; people: Named[] }>
}

/** The sheet as a page to read: state, figures, the people who differ, who is unidentified, names of several. */
export function sheetInWords(sheet: Sheet): string {
  const { webinar, state, since, why, nextFetchAt, toDo, headline: figures } = sheet
  const { unidentified, dialIns } = figures
  const rows: [string, number | null][] = [
    ['registered', figures.registered],
    ['attended', figures.attended],
    ['  of them registered', figures.matched],
    ['  without registration', figures.unregistered],
    ['no-shows', figures.noShows],
    [`unidentified (in ${unidentified.connections} connections)`, unidentified.people],
    ['names that several bear', figures.clashes],
    ['telephones bound / of nobody known', null],
    ['not counted as attendees', figures.staff],
    ['differ by more than 60 s', figures.differing],
    ['connections without any webhook', figures.webhooksLost],
    ['connections that the report lacks', figures.rowsMissing],
    ['repairs by hand', figures.repairs],
  ]
  const shown = rows.map(([name, value]) => [
    name,
    name.startsWith('telephones') ? `${dialIns.bound} / ${dialIns.unbound}` : String(value ?? '-'),
  ])
  return [
    `${webinar.topic ?? 'A webinar'} (${webinar.id})`,
    `${state}${since ? ` since ${since}` : ''}: ${why.text}`,
    ...(nextFetchAt ? [`The report is fetched next at ${nextFetchAt}.`] : []),
    ...toDo.map(({ text }) => `To do: ${text}`),
    '',
    table(['what', 'how many'], shown),
    ...differing(sheet),
    ...nobody(sheet),
    ...several(sheet),
  ].join('\n')
}

function differing({ people, headline }: Sheet): string[] {
  if (!headline.differing) return []
  const rows = people.items
    .slice(0, headline.differing)
    .map(({ person, ...row }) => [
      who(person),
      row.webhookSeconds,
      row.reportSeconds,
      row.togetherSeconds,
      row.differenceSeconds,
    ])
  const heads = ['person', 'webhooks s', 'report s', 'together s', 'difference s']
  return ['', table(heads, rows), ...more(headline.differing, rows.length)]
}

function nobody({ unidentified: { items, total } }: Sheet): string[] {
  if (total === 0) return []
  const rows = items.map(({ name, seconds, connections, suggestions }) => [
    ...[name ?? 'without a name', connections.length, seconds],
    suggestions.map(({ person }) => who(person)).join('; '),
  ])
  return ['', table(['unidentified', 'connections', 'seconds', 'may be'], rows), ...more(total, rows.length)]
}

function several({ clashes: { items, total } }: Sheet): string[] {
  if (total === 0) return []
  const rows = items.map(({ name, people }) => [name ?? '', people.map(({ email }) => email ?? '?').join('; ')])
  return ['', table(['name of several', 'who'], rows), ...more(total, rows.length)]
}

function more(total: number, shown: number): string[] {
  return total > shown ? [`… and ${total - shown} more`] : []
}

function who({ name, email }: Named): string {
  return name && email ? `${name} <${email}>` : (name ?? email ?? '?')
}
