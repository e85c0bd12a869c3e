import { createTwoFilesPatch } from 'diff'
import { type Model, readModel } from '../domain/model.ts'
import { modelChanges } from '../domain/model-diff.ts'
import { modelText } from '../domain/model-text.ts'
import { Refused } from '../domain/refusal.ts'
import { draftIn } from './draft.ts'
import { formula } from './formula-words.ts'
import { currentVersion } from './live-models.ts'
import { modelVersion } from './models.ts'
import type { Workspace } from './workspace.ts'

/** A published version by its number, or the draft. */
export type VersionOrDraft = number | 'draft'

/** More lines than this that differ are not brought into the shortest form: it would take seconds. */
const mostLines = 1_000

/**
 * What changed from one model to another, by rule and path, and as text. Left out: from the version in force, to the
 * draft. Throws `Refused('not_found')` for a version that nobody published, and where there is no draft.
 */
export function diffModels(ws: Workspace, from: VersionOrDraft = currentVersion(ws), to: VersionOrDraft = 'draft') {
  const [before, after] = [modelOf(ws, from), modelOf(ws, to)]
  const [old, now] = [modelText(before), modelText(after)]
  return { from, to, changes: modelChanges(before, after), text: textDiff(fileOf(from), old, fileOf(to), now) }
}

/** The readable file of a version or of the draft, and its name without the ending. */
export function modelFile(ws: Workspace, which: VersionOrDraft): { name: string; text: string } {
  return { name: fileOf(which), text: modelText(modelOf(ws, which)) }
}

function modelOf(ws: Workspace, which: VersionOrDraft): Model {
  if (which !== 'draft') return modelVersion(ws, which).model
  const draft = draftIn(ws)
  if (!draft) throw new Refused('not_found', formula('noDraft'), { field: 'to' })
  return readModel(JSON.parse(draft.json))
}

function fileOf(which: VersionOrDraft): string {
  return which === 'draft' ? 'ripen-model-draft' : `ripen-model-v${which}`
}

function textDiff(oldName: string, old: string, newName: string, now: string): string {
  if (old === now) return ''
  const [from, to] = [`${oldName}.json`, `${newName}.json`]
  const patch = createTwoFilesPatch(from, to, old, now, undefined, undefined, {
    context: 3,
    maxEditLength: mostLines,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  })
  return patch ?? replaced(from, old, to, now)
}

/** The same without looking for what stayed: all of it goes, all of it comes. */
function replaced(from: string, old: string, to: string, now: string): string {
  const [gone, come] = [old, now].map((text) => text.trimEnd().split('\n')) as [string[], string[]]
  const lines = [...gone.map((line) => `-${line}`), ...come.map((line) => `+${line}`)]
  return `--- ${from}\n+++ ${to}\n@@ -1,${gone.length} +1,${come.length} @@\n${lines.join('\n')}\n`
}
