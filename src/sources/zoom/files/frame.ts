import { plain, type Row } from '../../table.ts'
import { cleanText } from '../../text.ts'
import { numberOf } from './connections.ts'
import { type DateCell, dateCell } from './order.ts'
import { longestText } from './reading.ts'
import type { Cell } from './sections.ts'

/** What a report of what people said says of itself, in any of its generations (zoom.md 4.3); what it does not say is ''. */
export interface Frame {
  generated: DateCell
  topic: string
  id: Cell
  /** It prints its number as that of a meeting. */
  isMeeting: boolean
  started: DateCell
  /** Ms; 0 is unknown. */
  duration: number
}

/** The frame stands in so many rows at the beginning. */
const shown = 12

const nothing: Cell = { text: '', line: 1, column: 1 }
const ids = ['webinar id', 'meeting/webinar id', 'webinar number']
const meetingIds = ['meeting id']
const topics = ['topic', 'meeting topic', 'webinar topic', 'webinar name', 'meeting/webinar topic']
const starts = ['actual start time', 'start time']
const durations = ['actual duration (minutes)', 'duration (minutes)']

export function frameOf(rows: readonly Row[]): Frame {
  const head = rows.slice(0, shown)
  const at = head.findIndex(isAbout)
  const [header, values] = [head[at], rows[at + 1]]
  const about = (names: readonly string[]): Cell => {
    const index = header?.cells.findIndex((cell) => names.includes(plain(cell))) ?? -1
    if (index < 0 || !values) return nothing
    return { text: values.cells[index] ?? '', line: values.line, column: index + 1 }
  }
  const generated = head.find(
    ({ cells }) => /^(report )?generated?( time)?$/.test(plain(cells[0]!)) && cells.length > 1,
  )
  const own = about(ids)
  return {
    generated: dateCell(
      generated && !isAbout(generated)
        ? { text: generated.cells[1]!, line: generated.line, column: 2 }
        : about(['generate time', 'generated time', 'report generated time']),
    ),
    topic: cleanText(about(topics).text, longestText),
    id: own.text ? own : about(meetingIds),
    isMeeting: !own.text && about(meetingIds).text !== '',
    started: dateCell(about(starts)),
    duration: (numberOf(about(durations).text) ?? 0) * 60_000,
  }
}

/** The names of what is said of the webinar as a whole; the values stand in the row below. */
export function isAbout({ cells }: Row): boolean {
  const names = cells.map(plain)
  const has = (some: readonly string[]) => names.some((name) => some.includes(name))
  return has([...ids, ...meetingIds]) || (has(topics) && has(starts))
}
