import { ACT_GROUPS, ACTS, type Act, type ActGroup, type Entry } from '../../domain/audit.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Words } from '../../domain/words.ts'
import { type AuditRow, auditBefore } from '../../store/audit.ts'
import { findWebinar } from '../find-webinar.ts'
import { momentOf } from '../moment.ts'
import { belowCursor, pageOf } from '../newest-first.ts'
import type { Workspace } from '../workspace.ts'
import { sentenceOf } from './sentence.ts'

/** A line of the log, and what it says in words. */
export interface ShownEntry {
  id: string
  at: string
  by: { name: string; email: string | null; key: string | null }
  act: Act
  details: object
  said: Words
}

export interface LogQuery {
  /** A group of acts, or one of them. */
  act?: string | undefined
  limit?: string | undefined
  cursor?: string | undefined
}

const usual = 50
const most = 500

/** A page of the log, the latest first. Throws `Refused('invalid')` that names the field. */
export function listLog(ws: Workspace, query: LogQuery): { items: ShownEntry[]; nextCursor: string | null } {
  const acts = actsOf(query.act)
  const limit = limitOf(query.limit ?? String(usual))
  const { rows, nextCursor } = pageOf(auditBefore(ws.db, belowCursor(query.cursor), acts, limit + 1), limit)
  const topicOf = topics(ws)
  return { items: rows.map((row) => shown(row, topicOf)), nextCursor }
}

/** All of it, a page at a time while it is read. */
export function* wholeLog(ws: Workspace, { act }: Pick<LogQuery, 'act'>): Generator<ShownEntry> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = listLog(ws, { act, limit: String(most), cursor })
    yield* page.items
    cursor = page.nextCursor
  }
}

function shown({ number, at, act, by, email, ending, details }: AuditRow, topicOf: (id: string) => string): ShownEntry {
  const entry = { act, details: JSON.parse(details) } as Entry
  return {
    id: `e${number}`,
    at: momentOf(at),
    by: { name: by, email, key: ending },
    ...entry,
    said: sentenceOf(entry, topicOf),
  }
}

/** Throws `Refused('invalid')`. */
function actsOf(asked: string | undefined): readonly Act[] {
  if (!asked) return []
  if (Object.hasOwn(ACTS, asked)) return ACTS[asked as ActGroup]
  const act = (Object.values(ACTS).flat() as Act[]).find((each) => each === asked)
  if (act) return [act]
  const words = `act: expected ${ACT_GROUPS.join(', ')}, or one act of them such as model.published, got "${asked}"`
  throw new Refused('invalid', words, { field: 'act' })
}

/** Throws `Refused('invalid')`. */
function limitOf(text: string): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (limit >= 1 && limit <= most) return limit
  throw new Refused('invalid', `limit: expected a number from 1 to ${most}`, { field: 'limit' })
}

function topics(ws: Workspace): (id: string) => string {
  const known = new Map<string, string>()
  return (id) => {
    if (!known.has(id)) known.set(id, findWebinar(ws, id)?.webinar.topic ?? id)
    return known.get(id)!
  }
}
