import type { Finding, Surroundings } from '../../../src/domain/lint/finding.ts'
import { lint } from '../../../src/domain/lint/lint.ts'
import { type Model, parseModel } from '../../../src/domain/model.ts'
import { TEMPLATES } from '../../../src/domain/templates.ts'

/** A rule of the company's own. */
export const own = (id: string, points: number, kind: string, rest: object = {}) => ({
  ...{ id, points, origin: 'own', kind },
  ...rest,
})

export const full = own('full', 20, 'attended', { share: 0.9 })
export const part = own('part', 12, 'attended', { seconds: 600 })
export const brief = own('brief', 6, 'attended')
export const question = own('question', 15, 'did', { act: 'question', place: 'during' })

/** A small model of which there is nothing to say, with other settings or rules. */
export function quiet(changes: object = {}): Model {
  return parseModel({
    ...TEMPLATES.webinar,
    observes: { mail: 'ever', site: 'ever' },
    freeMailboxes: ['mailbox.example'],
    rules: [full, part, brief, question],
    ...changes,
  })
}

/** The quiet rules and these. */
export const beside = (...rules: object[]) => ({ rules: [full, part, brief, question, ...rules] })

/** What the linter says, as `severity path: words`. */
export function said(changes: object, surroundings: Surroundings | null = null): string[] {
  return lint(quiet(changes), surroundings).map(line)
}

export function line({ severity, path, words }: Finding): string {
  return `${severity} ${path}: ${words.text}`
}
