import type { Model } from '../../../../src/domain/model.ts'
import { modelText } from '../../../../src/domain/model-text.ts'

/** Thousands of domains that come with Ripen: in a field to type in they would only be in the way. */
const long = ['freeMailboxes', 'disposableMailboxes'] as const

/** A model as its file, without the long lists. */
export function shortText(model: Model): string {
  return modelText({ ...model, ...Object.fromEntries(long.map((name) => [name, undefined])) })
}

/** A model as it was read, right or not, with the lists of another one where it names none of its own. */
export function withLists(read: Partial<Model>, { freeMailboxes, disposableMailboxes }: Model): Model {
  return { freeMailboxes, disposableMailboxes, ...read } as Model
}
