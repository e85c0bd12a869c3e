/** What one person answered in one launch of a poll. `at` is ms UTC. */
export interface Told {
  name: string
  email: string
  at: number
  answers: [question: string, answer: string][]
}

/** A webinar as a report tells it: `print` writes a moment as the host's clock showed it. */
export interface ToldWebinar {
  id?: string
  topic?: string
  start: number
  minutes: number
  print: (moment: number) => string
  /** The zone of the host, for the generation that names it. */
  zone?: string
}

export type Generation = '2020' | '2021' | '2022' | '2025' | '2026'
export const generations: Generation[] = ['2020', '2021', '2022', '2025', '2026']

/** A Poll Report as Zoom has made it over the years, with the habits of each. The start is in UTC, answers are not. */
export function pollReport(generation: Generation, webinar: ToldWebinar, told: readonly Told[]): string {
  const { id = '842 1190 5573', topic = 'Ripe or not? Scoring, live', start, minutes, print, zone } = webinar
  const utc = new Date(start).toISOString().slice(0, 19).replace('T', ' ')
  const row = (cells: readonly (string | number)[], after = '') => cells.map(String).map(cell).join(',') + after
  const who = ({ name, email, at }: Told) => [name, email, print(at)]
  const inTurn = told.map((each, i) => row([i + 1, ...who(each), ...each.answers.flat()], ','))
  const old = '#,User Name,User Email,Submitted Date/Time,'
  if (generation === '2020') return lines([old, ...inTurn])
  const about = [
    row(['Topic', 'Webinar ID', 'Actual Start Time', 'Actual Duration (minutes)'], ','),
    row([topic, id, utc, minutes], ','),
  ]
  const frame = ['Poll Report,', 'Report Generated:,2026-04-02 09:30:11', ...about]
  if (generation === '2021') return lines([...frame, 'Poll Details,', old, ...inTurn])
  if (generation === '2026') {
    const rows = told.flatMap((each) => each.answers.map((answer) => [...who(each), ...answer]))
    const named = zone ? `Submitted Time (${zone})` : 'Submitted Time'
    return lines([
      'Poll Report',
      'Report generated time,"Apr 2, 2026 9:30:11 AM"',
      row(['Topic', 'Webinar ID', 'Actual Start Time', 'Actual Duration (minutes)', '# Poll']),
      row([topic, id, utc, minutes, rows.length]),
      `#,User Name,User Email,${named},Question,Answer`,
      ...rows.map((cells, i) => row([i + 1, ...cells])),
    ])
  }
  const polls = Map.groupBy(told, ({ answers }) => JSON.stringify(answers.map(([question]) => question)))
  const [mail, time] =
    generation === '2022' ? ['User Email', 'Submitted Date/Time'] : ['Email Address', 'Submitted Date and Time']
  const blocks = [...polls].flatMap(([questions, own], i) => [
    `Poll ${i + 1}${generation === '2022' ? ',' : ''}`,
    row(['#', 'User Name', mail, time, ...JSON.parse(questions)]),
    ...own.map((each, i) => row([i + 1, ...who(each), ...each.answers.map(([, answer]) => answer)], ',')),
    '',
  ])
  if (generation === '2022') return lines([...frame, ...blocks])
  return lines([
    'Overview',
    row(['Generate Time', 'Meeting Topic', 'Meeting/Webinar ID', 'Actual Start Time', 'Actual Duration (minutes)']),
    row(['2026-04-02 09:30:11', topic, id, utc, minutes]),
    '',
    'Launched Polls',
    '#,Poll Name,Questions,Responses',
    ...[...polls.values()].map((own, i) => row([i + 1, `Poll ${i + 1}`, own[0]!.answers.length, own.length])),
    '',
    ...blocks,
  ])
}

function lines(rows: readonly string[]): string {
  return `\ufeff${rows.join('\n')}\n`
}

function cell(text: string): string {
  return /[",;\n]/.test(text) && !/^"(?:[^"]|"")*"$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
