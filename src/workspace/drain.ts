import { CountChanges } from '../store/counts.ts'
import { closeScope, countDue, deleteDue, duePeople, firstScope, moveScope } from '../store/due.ts'
import { peopleAfter } from '../store/person-keys.ts'
import { mentionsAfter } from '../store/webinar-names.ts'
import { compiledModel, liveModels } from './live-models.ts'
import { personFacts } from './person-facts.ts'
import { storeSeen } from './source-seen.ts'
import { clearRetired, switchModel } from './switch-model.ts'
import type { Workspace } from './workspace.ts'
import { scorePerson } from './write-card.ts'

/** How long one transaction may take, ms: nobody who waits for the database waits longer. */
const slice = 20
/** So many people at most in one transaction, for hosts whose clock stands still while a program computes. */
const mostPeople = 5_000
const handful = 32

/**
 * Scores people who are due, as of now, until nothing is left or the budget is used up. The only way in which cards
 * are written. The order in which it takes them changes nothing.
 */
export function drain(ws: Workspace, budgetMs: number): { remaining: number } {
  const end = performance.now() + budgetMs
  storeSeen(ws)
  for (;;) {
    const busy = ws.transaction(() => drainSlice(ws, Math.min(end, performance.now() + slice)))
    if (!busy) return { remaining: 0 }
    if (performance.now() >= end) return { remaining: Math.max(1, backlog(ws)) }
  }
}

/** How much is due: people, open scopes, and cards that have changed by themselves. At 0 all answers are up to date. */
export function backlog(ws: Workspace): number {
  const now = ws.now()
  return liveModels(ws).reduce((sum, model) => sum + countDue(ws.db, model, now), 0)
}

/** One transaction of work. False when there was none. */
function drainSlice(ws: Workspace, end: number): boolean {
  const now = ws.now()
  let scored = 0
  for (const version of liveModels(ws)) {
    const model = compiledModel(ws, version)
    const counts = new CountChanges()
    while (scored < mostPeople && (scored === 0 || performance.now() < end)) {
      const people = nextPeople(ws, version, now)
      if (people === null) break
      for (const person of people) {
        scorePerson(ws, model, person, personFacts(ws, person), now, counts)
        deleteDue(ws.db, version, person)
      }
      scored += Math.max(1, people.size)
    }
    counts.store(ws.db, version)
  }
  return scored > 0 || switchModel(ws) || clearRetired(ws)
}

/** A handful of people who are due under a version: by name, by the clock, by a scope. Null when there are none. */
function nextPeople(ws: Workspace, model: number, now: number): ReadonlySet<number> | null {
  const due = duePeople(ws.db, model, now, handful)
  if (due.length > 0) return new Set(due)
  const scope = firstScope(ws.db, model)
  if (!scope) return null
  const found =
    scope.kind === 'everybody'
      ? peopleAfter(ws.db, scope.cursor, handful).map((person) => ({ key: person, person }))
      : mentionsAfter(ws.db, scope.which, scope.cursor, handful)
  if (found.length < handful) closeScope(ws.db, model, scope)
  else moveScope(ws.db, model, scope, found.at(-1)!.key)
  return new Set(found.map(({ person }) => person))
}
