import { insertMention } from '../store/webinar-names.ts'
import type { Workspace } from './workspace.ts'

/** Stores that a key is named together with a webinar name: of whoever comes and goes the second time is known. */
export function mention(ws: Workspace, name: number, key: number): void {
  const { mentioned } = ws.remembered
  if (mentioned.get(key) === name) return
  insertMention(ws.db, name, key)
  mentioned.set(key, name)
}
