import { canonicalJson } from '../domain/fact.ts'
import { parseModel } from '../domain/model.ts'
import { Refused } from '../domain/refusal.ts'
import { type DraftRow, type DraftTrace, findDraft, removeDraft, writeDraft } from '../store/drafts.ts'
import { formula } from './formula-words.ts'
import { currentVersion } from './live-models.ts'
import { momentOf } from './moment.ts'
import { type Author, shownSignatures } from './signatures.ts'
import type { Workspace } from './workspace.ts'

export interface DraftChange {
  model: unknown
  /** The revision that the change was made to, 0: none; left out: whatever is there. */
  revision?: number | undefined
  /** Why; left out: as it was. */
  note?: string | null | undefined
}

/** The next version in the making, as everybody sees it; null: nobody has begun one. */
export function showDraft(ws: Workspace) {
  const draft = draftIn(ws)
  if (!draft) return { draft: null }
  const { revision, basedOn, updatedAt, updatedBy, note, signatures, json } = draft
  const model = JSON.parse(json) as Record<string, unknown>
  const about = { revision, basedOn, updatedAt: momentOf(updatedAt), updatedBy, note }
  return { draft: { ...about, signed: shownSignatures(signatures), model } }
}

/**
 * Stores the draft. Another content is not what was signed: both signatures go. Throws `Refused('invalid')` with the
 * place in the model, `Refused('conflict')` where somebody else changed the draft in the meantime.
 */
export function saveDraft(ws: Workspace, change: DraftChange, author: Author) {
  const model = parseModel(change.model)
  const json = canonicalJson(model)
  return ws.transaction(() => {
    const trace = findDraft(ws.db)
    if (change.revision !== undefined) refuseOther(trace, change.revision)
    const before = trace?.json == null ? null : (trace as DraftRow)
    const note = change.note === undefined ? (before?.note ?? null) : change.note || null
    if (before?.json === json && before.note === note) return showDraft(ws)
    writeDraft(ws.db, {
      json,
      note,
      revision: (trace?.revision ?? 0) + 1,
      basedOn: before?.basedOn ?? currentVersion(ws),
      updatedAt: ws.now(),
      updatedBy: author.by,
      signatures: before?.json === json ? before.signatures : '{}',
    })
    return showDraft(ws)
  })
}

/** Throws the draft away, if there is one. */
export function deleteDraft(ws: Workspace, author: Author): void {
  ws.transaction(() => {
    if (draftIn(ws)) removeDraft(ws.db, ws.now(), author.by)
  })
}

/** The draft that is there. */
export function draftIn(ws: Workspace): DraftRow | null {
  const trace = findDraft(ws.db)
  return trace?.json == null ? null : (trace as DraftRow)
}

/** The draft of that revision, for whoever read it. Throws `Refused('conflict')` where it is another by now, or gone. */
export function draftOf(ws: Workspace, revision: number): DraftRow {
  const trace = findDraft(ws.db)
  if (!trace) throw new Refused('conflict', formula('noDraft'), { field: 'revision' })
  refuseOther(trace, revision)
  if (trace.json === null) throw new Refused('conflict', formula('noDraft'), { field: 'revision' })
  return trace as DraftRow
}

function refuseOther(trace: DraftTrace | undefined, revision: number): void {
  const there = trace?.json == null ? 0 : trace.revision
  if (revision === there) return
  const { by, at } = { by: trace?.updatedBy ?? formula('someone'), at: momentOf(trace?.updatedAt ?? 0) }
  const why =
    there > 0
      ? formula(revision === 0 ? 'begun' : 'changed', { by, at, revision: there })
      : trace
        ? formula('gone', { by, at })
        : formula('noDraft')
  throw new Refused('conflict', why, { field: 'revision', revision: there })
}
