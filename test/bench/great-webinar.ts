import { currentVersion } from '../../src/workspace/live-models.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'

/** The webinar of the company in which everybody was: its id, its number in rows, and how many attended. */
export function greatWebinar(ws: Workspace): { id: string; number: number; model: number; attendees: number } {
  const { id, attendees } = webinars(ws).items.toSorted((a, b) => b.attendees - a.attendees)[0]!
  const { number } = ws.db.prepare<{ number: number }>('SELECT number FROM webinar WHERE id = ?').get(id)!
  return { id, number, model: currentVersion(ws), attendees }
}
