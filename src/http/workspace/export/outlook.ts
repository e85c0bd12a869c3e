import type { Excluded } from '../../../workspace/export/excluded.ts'
import type { ExportedRows, FileNeeds, Listed } from '../../../workspace/export/file.ts'
import { inSteps } from '../../../workspace/in-steps.ts'
import { guardedCells } from './crm-text.ts'
import type { ExportOutlook } from './outlook-shape.ts'

/** So many are looked at; it is asked while somebody waits for a menu. */
const most = 5_000
const atATime = 200

export const outlookNeeds: FileNeeds = { contacts: true, withEmail: false }

/** Who would be in a file. Refuses as the list does, but not that nobody is in it. */
export async function outlookOf(
  looking: Generator<void, ExportedRows<Listed> & { excluded: Excluded[] }>,
): Promise<ExportOutlook> {
  const found = await inSteps(looking)
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
