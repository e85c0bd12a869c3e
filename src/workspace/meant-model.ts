import { type Model, parseModel, readModel } from '../domain/model.ts'
import { draftIn } from './draft.ts'
import { currentModel } from './models.ts'
import type { Workspace } from './workspace.ts'

/** The model that a call is about: the one it brings, else the draft, else the version in force. Checked. */
export function meantModel(ws: Workspace, given?: unknown): Model {
  if (given !== undefined) return parseModel(given)
  const draft = draftIn(ws)
  return draft ? readModel(JSON.parse(draft.json)) : currentModel(ws).model
}
