import { canonicalJson } from './fact.ts'
import type { Model } from './model.ts'

/** One difference between two models. `path`: rules, roles and the like by their ids; `rule`: in which rule it is. */
export interface ModelChange {
  readonly path: string
  readonly rule: string | null
  readonly kind: 'added' | 'removed' | 'changed'
  /** Null where it was added or removed. */
  readonly before: unknown
  readonly after: unknown
}

/**
 * What changed from one model to another: a rule, a setting or an entry of a list that came or went, and each member of
 * a rule that has another value. Where the order of a list differs, its ids in both orders. Equal models: none.
 */
export function modelChanges(before: Model, after: Model): ModelChange[] {
  return [...changesOf('', before, after)].map((change) => ({ ...change, rule: ruleIn(change.path) }))
}

type Change = Omit<ModelChange, 'rule'>

function* changesOf(path: string, before: unknown, after: unknown): Iterable<Change> {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return
  const [from, to] = [byName(before), byName(after)]
  if (from && to) yield* changesOfLists(path, from, to)
  else if (isMembers(before) && isMembers(after))
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      yield* changesOf(path ? `${path}.${key}` : key, before[key], after[key])
  else yield change(path, before, after)
}

function* changesOfLists(path: string, from: Named, to: Named): Iterable<Change> {
  // An entry that is a text is found where its list is.
  const placeOf = (name: string, entry: unknown) => (typeof entry === 'string' ? path : `${path}.${name}`)
  for (const [name, entry] of from) if (!to.has(name)) yield change(placeOf(name, entry), entry, undefined)
  for (const [name, entry] of to)
    if (!from.has(name)) yield change(placeOf(name, entry), undefined, entry)
    else yield* changesOf(placeOf(name, entry), from.get(name), entry)
  const common = [...from.keys()].filter((name) => to.has(name))
  const now = [...to.keys()].filter((name) => from.has(name))
  if (common.some((name, at) => name !== now[at])) yield change(path, common, now)
}

function change(path: string, before: unknown, after: unknown): Change {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return { path, kind, before: before ?? null, after: after ?? null }
}

type Named = ReadonlyMap<string, unknown>

/** The entries of a list by what names each; null: it is no list, or is compared as a whole. */
function byName(value: unknown): Named | null {
  if (!Array.isArray(value)) return null
  const names = value.map(nameOf)
  if (names.includes(null) || new Set(names).size < names.length) return null
  return new Map(value.map((entry, at) => [names[at]!, entry]))
}

function nameOf(entry: unknown): string | null {
  if (typeof entry === 'string') return entry
  const { id, name } = (entry ?? {}) as { id?: unknown; name?: unknown }
  return typeof id === 'string' ? id : typeof name === 'string' ? name : null
}

function isMembers(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function ruleIn(path: string): string | null {
  const [top, id] = path.split('.')
  return top === 'rules' ? (id ?? null) : null
}
