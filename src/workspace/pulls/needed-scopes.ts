import type { Words } from '../../domain/words.ts'
import { needsOf } from './scopes.ts'
import { brings } from './words.ts'
import { zoom } from './zoom.ts'

/** A scope that an app should have, as its platform lists it, and what is fetched by it. */
export interface NeededScope {
  scope: string
  brings: Words[]
}

/** All scopes to tick in a Server-to-Server OAuth app of Zoom, in Zoom's own order. */
export function neededScopes(): NeededScope[] {
  const byScope = Map.groupBy(needsOf(zoom.steps), ({ scope }) => scope)
  return [...byScope]
    .map(([scope, needs]) => ({
      scope: `${scope}:admin`,
      brings: [...new Set(needs.map(({ step }) => step))].map((step) => brings(step)),
    }))
    .sort((a, b) => (a.scope < b.scope ? -1 : 1))
}
