import type { ImportedFile } from '../../../src/http/workspace/imports.ts'
import { Problem } from '../../api.ts'

/** Where one file is on its way: from being read to being scored. */
export type Progress =
  | { state: 'reading' }
  | { state: 'asks_zone' }
  | { state: 'ready'; preview: ImportedFile }
  | { state: 'refused'; error: unknown }
  | { state: 'uploading'; share: number }
  | { state: 'storing' }
  | { state: 'scoring'; result: ImportedFile; left: number; most: number }
  | { state: 'done'; result: ImportedFile }

/** What may be said of a file: the zone of its times, and what kind of webinar it was; null: as the server finds it. */
export interface Choice {
  timezone: string | null
  webinarKind: string | null
}

export interface Dropped {
  id: number
  file: File
  choice: Choice
  progress: Progress
}

export type Change =
  | { type: 'added'; dropped: Dropped }
  | { type: 'chosen'; id: number; choice: Choice }
  | { type: 'moved'; id: number; progress: Progress }
  | { type: 'scored'; left: number }
  | { type: 'removed'; id: number }

/** All files of the screen after a change. */
export function changed(files: readonly Dropped[], change: Change): readonly Dropped[] {
  if (change.type === 'added') return [...files, change.dropped]
  if (change.type === 'removed') return files.filter(({ id }) => id !== change.id)
  if (change.type === 'scored') return files.map((file) => ({ ...file, progress: scored(file.progress, change.left) }))
  return files.map((file) => {
    if (file.id !== change.id) return file
    return change.type === 'chosen' ? { ...file, choice: change.choice } : { ...file, progress: change.progress }
  })
}

/** With nobody left to score every stored file is done; the workspace has one queue for all of them. */
function scored(progress: Progress, left: number): Progress {
  if (progress.state !== 'scoring') return progress
  if (left === 0) return { state: 'done', result: progress.result }
  return { ...progress, left, most: Math.max(progress.most, left) }
}

/** A refusal that only asks for the zone of the times is a question. */
export function refusal(error: unknown): Progress {
  const asksZone = error instanceof Problem && error.status === 400 && error.members.field === 'timezone'
  return asksZone ? { state: 'asks_zone' } : { state: 'refused', error }
}

/** Whether leaving now would break something off. */
export function isBusy(files: readonly Dropped[]): boolean {
  return files.some(({ progress }) => progress.state === 'uploading' || progress.state === 'storing')
}

/** What the server takes in one call. */
export const largest = 64 * 1024 * 1024

export function formOf({ file, choice }: Pick<Dropped, 'file' | 'choice'>, isPreview: boolean): FormData {
  const form = new FormData()
  form.append('file', file, file.name)
  if (isPreview) form.append('preview', 'true')
  if (choice.timezone) form.append('timezone', choice.timezone)
  if (choice.webinarKind) form.append('webinarKind', choice.webinarKind)
  return form
}
