import { canonicalOf } from '../domain/identity.ts'
import { groupsMergedWith, keysOfGroup } from '../store/merges.ts'
import { type KeyRow, moveKey, textOfKey } from '../store/person-keys.ts'
import type { Changes } from './changes.ts'
import type { Workspace } from './workspace.ts'

/** The human whose key it is without merges by hand, by the number of the canonical key. */
export function groupOf({ person, natural }: Pick<KeyRow, 'person' | 'natural'>): number {
  return natural ?? person
}

/**
 * Works out anew whose the keys of some groups are, and of all groups that merges by hand join with them: only which
 * groups and merges there are matters, not how they came about.
 */
export function regroup(ws: Workspace, groups: Iterable<number>, changes: Changes): void {
  const done = new Set<number>()
  for (const group of groups) {
    if (done.has(group)) continue
    const joined = joinedWith(ws, group)
    for (const each of joined.keys()) done.add(each)
    settle(ws, joined, changes)
  }
  ws.remembered.keys.clear()
}

/** The keys of a group and of those that merges join with it, however indirectly, by group. */
function joinedWith(ws: Workspace, group: number): Map<number, KeyRow[]> {
  const joined = new Map<number, KeyRow[]>()
  for (const waiting = [group]; waiting.length > 0; ) {
    const next = waiting.pop()!
    if (joined.has(next)) continue
    const keys = keysOfGroup(ws.db, next)
    joined.set(next, keys)
    const numbers = keys.map(({ number }) => number)
    waiting.push(...groupsMergedWith(ws.db, numbers))
  }
  return joined
}

function settle(ws: Workspace, joined: ReadonlyMap<number, readonly KeyRow[]>, changes: Changes): void {
  const person = [...joined.keys()].reduce((a, b) => canonicalGroup(ws, a, b))
  for (const [group, keys] of joined) {
    const natural = joined.size > 1 ? group : null
    for (const key of keys) {
      if (key.person === person && key.natural === natural) continue
      if (key.person !== person) changes.people.add(key.person).add(person)
      moveKey(ws.db, { number: key.number, person, natural }, key, changes.receivedAt)
    }
  }
}

/** Of two groups the one whose canonical key gives a human the id. */
export function canonicalGroup(ws: Workspace, a: number, b: number): number {
  const [one, two] = [textOfKey(ws.db, a), textOfKey(ws.db, b)]
  return canonicalOf(one, two) === one ? a : b
}
