import { together, type Words } from '../../domain/words.ts'
import type { Need } from './scopes.ts'
import { brings, pull } from './words.ts'

/** What is not fetched for want of a scope. */
export function scopeMissing(scope: string, steps: readonly Need['step'][]): Words {
  const [first = 'rooms', ...rest] = steps
  const all = together([brings(first), ...rest.map((step) => brings(step))], (one, other) =>
    pull('and', { one, other }),
  )
  return pull('scope', { scope: `${scope}:admin`, brings: all })
}
