import { type Model, parseModel } from '../domain/model.ts'
import { PRESETS, withPreset } from '../domain/presets.ts'
import { TEMPLATES, templateNamed } from '../domain/templates.ts'
import { currentModel } from './models.ts'
import type { Workspace } from './workspace.ts'

/** The ready-made models in short, and the strategies that any of them can take. */
export function listTemplates() {
  const templates = Object.entries(TEMPLATES).map(([name, { goals = [], thresholds, rules }]) => ({
    name,
    goals,
    thresholds,
    rules: rules.length,
    sections: [...new Set(rules.flatMap(({ section = [] }) => section))],
  }))
  return { templates, presets: PRESETS }
}

/**
 * A ready-made model, or several combined, with what this workspace has put into its own: calendar, mailboxes, its own
 * domains, what it observes. Throws `Refused('invalid')` for a name that there is not.
 */
export function templateModel(ws: Workspace, name: string, preset?: string): Model {
  const { calendar, observes, freeMailboxes, disposableMailboxes, staffDomains } = currentModel(ws).model
  const own = { calendar, observes, freeMailboxes, disposableMailboxes, staffDomains }
  const model = parseModel({ ...templateNamed(name), ...own })
  return preset === undefined ? model : withPreset(model, preset)
}
