import type { ImportedFile } from '../../../src/http/workspace/imports.ts'
import { Problem } from '../../api.ts'

/** Where one file is on its way: from being read to being scored. `isStale`: it is read anew, as was chosen meanwhile. */
export type Progress =
  | { state: 'reading' }
  | { state: 'asks'; field: Asked; error: Problem }
  | { state: 'ready'; preview: ImportedFile; isStale?: boolean }
  | { state: 'refused'; error: unknown }
  | { state: 'uploading'; share: number }
  | { state: 'storing' }
  | { state: 'scoring'; result: ImportedFile; left: number; most: number }
  | { state: 'done'; result: ImportedFile }

/** What the server asks where a file does not say it. */
const asked = ['timezone', 'webinar', 'columns'] as const
export type Asked = (typeof asked)[number]

/**
 * What may be said of a file: of what kind it is, the zone of its times, which webinar it is about and of what kind that
 * was, which column holds what, which questions people answered in their own words, and whether alert rules tell of it.
 * Null: as the server finds it.
 */
export interface Choice {
  kind: string | null
  timezone: string | null
  webinarKind: string | null
  webinar: string | null
  columns: Readonly<Record<string, string>> | null
  openQuestions: readonly string[]
  alerts: boolean
}

export const nothingChosen: Choice = {
  ...{ kind: null, timezone: null, webinarKind: null, webinar: null, columns: null },
  openQuestions: [],
  alerts: false,
}

/** How a table of questions was read: the names of its columns, and which was taken for what. */
export type Columns = NonNullable<ImportedFile['columns']>

/** `columns` and `questions` stay in sight while the file is read anew. */
export interface Dropped {
  id: number
  file: File
  choice: Choice
  progress: Progress
  columns?: Columns | undefined
  questions?: ImportedFile['questions']
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
    return change.type === 'chosen' ? { ...file, choice: change.choice } : moved(file, change.progress)
  })
}

function moved(file: Dropped, progress: Progress): Dropped {
  if (progress.state === 'ready') {
    const { columns, questions } = progress.preview
    return { ...file, progress, columns, questions }
  }
  if (progress.state === 'asks' && progress.field === 'columns')
    return { ...file, progress, columns: progress.error.members as unknown as Columns }
  return { ...file, progress }
}

/** With nobody left to score every stored file is done; the workspace has one queue for all of them. */
function scored(progress: Progress, left: number): Progress {
  if (progress.state !== 'scoring') return progress
  if (left === 0) return { state: 'done', result: progress.result }
  return { ...progress, left, most: Math.max(progress.most, left) }
}

/** A refusal that only asks for something that the file does not say is a question. */
export function refusal(error: unknown): Progress {
  if (!(error instanceof Problem) || error.status !== 400) return { state: 'refused', error }
  const field = asked.find((each) => each === error.members.field)
  const isAnswerable = field !== undefined && (field !== 'columns' || Array.isArray(error.members.headers))
  return isAnswerable ? { state: 'asks', field, error } : { state: 'refused', error }
}

/** Whether a refused file may be a table of questions whose columns nobody can guess. */
export function mayBeQuestions(error: unknown, { kind }: Choice): boolean {
  return kind === null && error instanceof Problem && error.members.key === 'file.unknownTitle'
}

/**
 * The choice of columns after one of them is chosen for a role; '' none is. What another role had is none's any more.
 * All roles are said from then on, so that what is seen is what is read.
 */
export function withColumn(
  { roles }: Columns,
  chosen: Choice['columns'],
  role: string,
  column: string,
): Record<string, string> {
  const before = Object.entries(roles).map(([each, name]) => [each, chosen?.[each] ?? name] as const)
  const others = before.filter(([each]) => each !== role)
  const kept = others.flatMap(([each, name]): [string, string][] => {
    if (name !== null) return [[each, name === column ? '' : name]]
    return []
  })
  return { ...Object.fromEntries(kept), [role]: column }
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
  for (const field of ['kind', 'timezone', 'webinarKind', 'webinar'] as const) {
    const value = choice[field]
    if (value) form.append(field, value)
  }
  if (choice.columns) form.append('columns', JSON.stringify(choice.columns))
  if (choice.alerts) form.append('alerts', 'true')
  for (const question of choice.openQuestions) form.append('openQuestion', question)
  return form
}
