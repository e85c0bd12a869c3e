import type { Model } from '../../../src/domain/model.ts'
import { Problem } from '../../api.ts'
import type { Draft } from './answers.ts'

/** How far a change of the draft has come. `conflict`: somebody else changed it meanwhile. */
export type Saving =
  | { state: 'saved'; draft: Draft | null }
  | { state: 'saving' }
  | { state: 'conflict' | 'refused'; error: unknown }

export interface DraftSaver {
  /** Stores the model as the draft; what comes while it is on its way is stored afterwards, the latest alone. */
  save: (model: Model) => void
}

/**
 * Stores one change after the other, each on the revision that the one before came to; `revision` is what was read, 0
 * without a draft. After a refusal nothing more is sent until somebody changes something again.
 */
export function draftSaver(
  revision: number,
  put: (model: Model, revision: number) => Promise<Draft>,
  tell: (saving: Saving) => void,
): DraftSaver {
  let known = revision
  let wanted: Model | null = null
  let isBusy = false

  async function send() {
    isBusy = true
    tell({ state: 'saving' })
    let saving: Saving = { state: 'saved', draft: null }
    while (wanted) {
      const model: Model = wanted
      wanted = null
      try {
        const draft = await put(model, known)
        known = draft.revision
        saving = { state: 'saved', draft }
      } catch (error) {
        const isConflict = error instanceof Problem && error.status === 409
        saving = { state: isConflict ? 'conflict' : 'refused', error }
        if (isConflict) wanted = null
      }
    }
    isBusy = false
    tell(saving)
  }

  return {
    save: (model) => {
      wanted = model
      if (!isBusy) void send()
    },
  }
}
