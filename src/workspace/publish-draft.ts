import { Refused } from '../domain/refusal.ts'
import { removeDraft } from '../store/drafts.ts'
import { draftOf } from './draft.ts'
import { formula } from './formula-words.ts'
import { publishModel } from './publish-model.ts'
import { type Author, SIDES, type Signatures } from './signatures.ts'
import type { Workspace } from './workspace.ts'

/**
 * Publishes the draft that both sides signed, with their names; it is gone then. `note`: in place of the draft's; `alerts` as in
 * `Publication`.
 * Throws `Refused('conflict')` where a signature is missing or the draft is another by now.
 */
export function publishDraft(
  ws: Workspace,
  { revision, note, alerts }: { revision: number; note?: string | null | undefined; alerts?: boolean },
  author: Author,
): { version: number } {
  return ws.transaction(() => {
    const draft = draftOf(ws, revision)
    const signatures = JSON.parse(draft.signatures) as Signatures
    const [missing, other] = SIDES.filter((side) => !signatures[side])
    if (missing && other) throw new Refused('conflict', formula('unsignedBoth'))
    if (missing) throw new Refused('conflict', formula('unsigned', { side: formula(missing) }), { side: missing })
    const about = { by: author.by, basedOn: draft.basedOn, signatures, note: note ?? draft.note, alerts }
    const published = publishModel(ws, JSON.parse(draft.json), about)
    removeDraft(ws.db, ws.now(), author.by)
    return published
  })
}
