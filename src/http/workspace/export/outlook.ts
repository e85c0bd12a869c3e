import { type ExportQuery, lookedAtInSteps } from '../../../workspace/export/people.ts'
import { inSteps } from '../../../workspace/in-steps.ts'
import type { Workspace } from '../../../workspace/workspace.ts'
import type { ExportOutlook } from '../exports.ts'
import { guardedCells } from './crm-text.ts'

/** So many are looked at; it is asked while somebody waits for a menu. */
const most = 5_000
const atATime = 200

/** Who would be in a file of a ranking. Refuses as the ranking does, but not that nobody is in it. */
export async function outlookOf(ws: Workspace, webinarId: string, query: ExportQuery): Promise<ExportOutlook> {
  const found = await inSteps(lookedAtInSteps(ws, webinarId, query, { contacts: true, withEmail: false }))
  const { rows, leftOut, excluded, modelVersion, asOf } = found
  const seen = { people: 0, forCrm: 0, guarded: 0 }
  await inSteps(count())
  return { ...seen, wantNoMail: leftOut.wantNoMail, counted: seen.people < most, excluded, modelVersion, asOf }

  function* count(): Generator<void> {
    for (const row of rows) {
      seen.people++
      if (row.person.email !== null) {
        seen.forCrm++
        seen.guarded += guardedCells(row)
      }
      if (seen.people >= most) return
      if (seen.people % atATime === 0) yield
    }
  }
}
