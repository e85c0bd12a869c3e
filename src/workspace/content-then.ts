import { canonicalJson } from '../domain/fact.ts'
import { isWebinarLevel, numberOfType, typeOfNumber } from '../store/fact-type.ts'
import { earlierContents, type FactThenRow } from '../store/known-then.ts'
import type { Workspace } from './workspace.ts'

/** What is kept of a content that does not count now (ingest.ts); whose it was and its webinar stand in the row. */
interface Content {
  type: Parameters<typeof numberOfType>[0]
  time: number
  data?: object
  profile?: object
}

/**
 * A fact with the content that counted of those received by a moment: the greater by (time, canonical JSON), as when
 * facts are stored. Where the one that counts now had come by then, it is that one, for it is the greatest of all.
 */
export function contentThen<Row extends FactThenRow>(ws: Workspace, row: Row, at: number): Row {
  if (row.late === 0) return row
  const [greatest] = earlierContents(ws.db, row.number, at)
    .map((text) => ({ text, content: JSON.parse(text) as Content }))
    .sort((a, b) => b.content.time - a.content.time || (a.text < b.text ? 1 : -1))
  const { type, time, data, profile } = greatest!.content
  return { ...row, type: numberOfType(type), time, data: jsonOf(data), profile: jsonOf(profile) }
}

export function isAboutWebinar({ type }: Pick<FactThenRow, 'type'>): boolean {
  return isWebinarLevel(typeOfNumber(type))
}

function jsonOf(value: object | undefined): string | null {
  return value === undefined ? null : canonicalJson(value)
}
