import type { FactType } from '../fact.ts'
import type { Model } from '../model.ts'
import type { Rule, RuleKind, RuleOf } from '../rule.ts'
import type { Words } from '../words.ts'

/** `error`: it cannot be meant so. `warning`: look at it. `hint`: good to know, often meant so. */
export type Severity = 'error' | 'warning' | 'hint'

/** One thing about a model that its author should know. `path` leads to it in the file; `rule` is null for what is no rule's. */
export interface Finding {
  readonly smell: string
  readonly severity: Severity
  readonly rule: string | null
  readonly path: string
  readonly words: Words
}

/** What the workspace has: the fact types that its connected sources bring, and those that arrived lately, how many facts back. */
export interface Surroundings {
  readonly sources: readonly { readonly name: string; readonly brings: readonly FactType[] }[]
  readonly arrived: readonly FactType[]
  readonly looked: number
}

/** A rule and where it stands in the file. */
export interface Placed<R extends Rule = Rule> {
  readonly rule: R
  readonly path: string
}

/** What is looked at. `rules` are the enabled ones, in order; `surroundings` null: nothing is known of a workspace. */
export interface Subject {
  readonly model: Model
  readonly rules: readonly Placed[]
  readonly surroundings: Surroundings | null
}

/** A smell by its name, and what finds it: one file each. */
export interface Smell {
  readonly name: string
  find(subject: Subject): Iterable<Found>
}

export type Found = Omit<Finding, 'smell'>

export function ofKind<K extends RuleKind>({ rules }: Subject, kind: K): Placed<RuleOf<K>>[] {
  return rules.filter(({ rule }) => rule.kind === kind) as Placed<RuleOf<K>>[]
}

/** A finding about a rule, at one of its members where one is named. */
export function atRule({ rule, path }: Placed, severity: Severity, words: Words, member?: string): Found {
  return { severity, rule: rule.id, path: member === undefined ? path : `${path}.${member}`, words }
}

/** A finding about something that is no rule. */
export function atPath(path: string, severity: Severity, words: Words): Found {
  return { severity, rule: null, path, words }
}

/** Every two of a list, the earlier first. */
export function* pairs<T>(items: readonly T[]): Iterable<readonly [T, T]> {
  for (let first = 0; first < items.length; first++)
    for (let second = first + 1; second < items.length; second++) yield [items[first]!, items[second]!]
}
