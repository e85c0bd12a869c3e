import type { FactType } from '../domain/fact.ts'
import type { Surroundings } from '../domain/lint/finding.ts'
import { lint } from '../domain/lint/lint.ts'
import { brings } from '../sources/brings.ts'
import { typeOfNumber } from '../store/fact-type.ts'
import { countLatest, latestTypes } from '../store/latest-types.ts'
import { allSources } from '../store/sources.ts'
import { meantModel } from './meant-model.ts'
import type { Workspace } from './workspace.ts'

/** So many of the latest facts say what arrives: looking through all of them would hold everything up. */
const most = 50_000

/**
 * What is odd in a model and in what the workspace has for it, errors first; left out: the draft, else the model in
 * force. Throws `Refused('invalid')` with the place in the model.
 */
export function lintModel(ws: Workspace, given?: unknown) {
  const findings = lint(meantModel(ws, given), surroundingsOf(ws))
  const items = findings.map(({ smell, severity, rule, path, words: { text, key: message, params } }) => ({
    ...{ smell, severity, rule, path, text, message, params },
  }))
  return { items }
}

function surroundingsOf(ws: Workspace): Surroundings {
  const platforms = new Set(allSources(ws.db).map(({ platform }) => platform))
  const arrived: FactType[] = latestTypes(ws.db, most).map(typeOfNumber)
  const sources = [...platforms].map((name) => ({ name, brings: brings(name) }))
  return { sources, arrived, looked: countLatest(ws.db, most) }
}
