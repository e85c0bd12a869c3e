import { z } from 'zod'
import { allowed, allowedKind, allowedShapes, allowedValues, wrong } from './model-words.ts'
import type { Words } from './words.ts'

/** Something that is wrong in a model: where, by members and places in lists, and what is allowed there. */
export interface ModelProblem {
  readonly path: readonly PropertyKey[]
  readonly what: Words
}

const LONGEST = 60
/** Conditions in conditions: what is deeper nobody reads, and would only exhaust whoever checks it. */
const DEEPEST = 32

/** What is wrong with a value by its schema; empty where nothing is. */
export function problemsOf(schema: z.ZodType, json: unknown): ModelProblem[] {
  if (isTooDeep(json)) return [{ path: [], what: wrong('tooDeep', { bound: DEEPEST }) }]
  const said = new Map<string, Words>()
  const error = (issue: z.core.$ZodRawIssue) => {
    const words = wordsOf(issue)
    if (words) said.set(words.text, words)
    return words?.text
  }
  const result = schema.safeParse(json, { error, reportInput: true })
  if (result.success) return []
  const places = result.error.issues.flatMap((issue) => placesIn(issue, []))
  return places.map(({ path, issue: { message } }) => ({
    path,
    what: said.get(message) ?? wrong('words', { text: message }),
  }))
}

/** Looks level by level, so that no depth is too much for it. */
export function isTooDeep(json: unknown): boolean {
  let level = [json]
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level.flatMap((value) => (value !== null && typeof value === 'object' ? Object.values(value) : []))
    if (level.length === 0) return false
  }
  return true
}

interface Place {
  path: readonly PropertyKey[]
  issue: z.core.$ZodIssue
}

/** Of a value that may have several shapes only what is wrong by the one that is meant: whose own members it has. */
function placesIn(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Place[] {
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ path, issue }]
  const shapes = issue.errors.map((issues) => issues.flatMap((each) => placesIn(each, path)))
  const meant = shapes.find((places) => places.every((place) => !isForeign(place, path.length)))
  return meant ?? [{ path, issue }]
}

/** It says that the value has another shape: it is wrong as a whole, or lacks what the shape is known by. */
function isForeign({ path, issue }: Place, depth: number): boolean {
  if (path.length === depth) return issue.code !== 'unrecognized_keys'
  return path.length === depth + 1 && issue.input === undefined
}

/** Undefined: what the schema says itself. */
function wordsOf(issue: z.core.$ZodRawIssue): Words | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return otherThan(allowedKind(String(issue.expected)), issue.input)
    case 'invalid_value':
      return otherThan(allowedValues(issue.values as unknown[]), issue.input)
    case 'unrecognized_keys':
      return unknownMember(issue.keys as string[], issue.inst)
    case 'invalid_union':
      return ofOneShape(issue)
    case 'too_small':
      if (issue.origin !== 'number') return issue.minimum === 1 ? wrong('empty') : undefined
      return outside(issue.inclusive ? 'atLeast' : 'above', issue.minimum, issue.input)
    case 'too_big':
      if (issue.origin === 'array') return wrong('tooMany', { bound: Number(issue.maximum) })
      if (issue.origin !== 'number') return undefined
      return outside(issue.inclusive ? 'atMost' : 'below', issue.maximum, issue.input)
    case 'invalid_format':
      return ofFormat(issue)
    default:
      return undefined
  }
}

function otherThan(expected: Words, input: unknown): Words {
  return input === undefined ? wrong('missing', { expected }) : wrong('other', { expected, given: given(input) })
}

function unknownMember(keys: readonly string[], owner: unknown): Words {
  const known = owner instanceof z.ZodObject ? Object.keys(owner.shape) : []
  const name = keys.join('", "')
  return known.length > 0 ? wrong('noMember', { name, known: known.join(', ') }) : wrong('noMembers', { name })
}

function ofOneShape({ input, discriminator, options, inst }: z.core.$ZodRawIssue): Words {
  if (typeof discriminator === 'string')
    return otherThan(allowedValues(options as unknown[]), (input as Record<string, unknown>)[discriminator])
  return otherThan(allowedShapes(inst instanceof z.ZodUnion ? (inst.options as z.core.$ZodType[]) : []), input)
}

function outside(name: 'atLeast' | 'above' | 'atMost' | 'below', bound: unknown, input: unknown): Words {
  return wrong(name, { bound: Number(bound), given: given(input) })
}

function ofFormat({ format, prefix, input }: z.core.$ZodRawIssue): Words | undefined {
  if (format === 'date') return otherThan(allowed('day'), input)
  if (format === 'datetime') return otherThan(allowed('moment'), input)
  if (format === 'starts_with') return otherThan(allowed('begins', { sign: JSON.stringify(prefix) }), input)
  return format === 'regex' ? otherThan(allowed('id'), input) : undefined
}

/** What stands there, in short. */
export function given(input: unknown): string {
  const text = JSON.stringify(input) ?? 'nothing'
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`
}
