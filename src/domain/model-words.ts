import { z } from 'zod'
import { catalogue, type Words } from './words.ts'

/** What is wrong at a place of a model, and what is allowed there. */
export const wrong = catalogue('model', {
  at: 'The model is not valid: {place}: {what}',
  top: 'the file',
  inRule: '{path} (rule {rule})',
  missing: 'it is missing; expected {expected}',
  other: 'expected {expected}, got {given}',
  noMember: 'there is no "{name}" here; known are: {known}',
  noMembers: 'there is no "{name}" here',
  atLeast: 'expected at least {bound}, got {given}',
  above: 'expected more than {bound}, got {given}',
  atMost: 'expected at most {bound}, got {given}',
  below: 'expected less than {bound}, got {given}',
  empty: 'it may not be empty',
  tooMany: 'it has more than {bound} entries',
  tooDeep: 'it is nested too deeply; at most {bound} levels',
  twice: '"{id}" is used twice: here and at {first}',
  nothingNamed: '{name}: this model has none',
  notNamed: '{name}: this model has only {known}',
  outOfOrder: 'the score for MQL ({mql}) may not be above the one for SQL ({sql})',
  noDomain: '{given} is no mail domain in small letters such as company.com',
  words: '{text}',
})

/** What may stand at a place. */
export const allowed = catalogue('allowed', {
  text: 'a text',
  number: 'a number',
  wholeNumber: 'a whole number',
  list: 'a list',
  members: 'members in braces',
  yesNo: 'true or false',
  day: 'a day such as 2026-05-12',
  moment: 'a moment such as 2026-05-12T14:00:00Z',
  id: 'a name in small letters, digits and _ such as site_visit_long',
  begins: 'a text that begins with {sign}',
  oneOf: 'one of {values}',
  exactly: '{value}',
  or: '{first} or {second}',
  nothing: 'nothing',
})

const kinds = {
  string: 'text',
  number: 'number',
  int: 'wholeNumber',
  array: 'list',
  tuple: 'list',
  object: 'members',
  record: 'members',
  boolean: 'yesNo',
} as const

/** What may stand where a value of that kind is expected. */
export function allowedKind(kind: string): Words {
  return Object.hasOwn(kinds, kind) ? allowed(kinds[kind as keyof typeof kinds]) : allowed('exactly', { value: kind })
}

/** One of these values. */
export function allowedValues(values: readonly unknown[]): Words {
  const [only, ...others] = values.map((value) => JSON.stringify(value))
  if (only === undefined) return allowed('nothing')
  return others.length === 0
    ? allowed('exactly', { value: only })
    : allowed('oneOf', { values: [only, ...others].join(', ') })
}

/** What may stand where one of several shapes is expected: `{ all }`, `{ attribute, oneOf?, … }` or a number. */
export function allowedShapes(shapes: readonly z.core.$ZodType[]): Words {
  const words = shapes.flatMap(wordsOfShape)
  return words.slice(1).reduce((first, second) => allowed('or', { first, second }), words[0] ?? allowed('nothing'))
}

function wordsOfShape(shape: z.core.$ZodType): Words[] {
  if (shape instanceof z.ZodLazy) return wordsOfShape(shape.unwrap())
  if (shape instanceof z.ZodUnion) return shape.options.flatMap((each) => wordsOfShape(each as z.core.$ZodType))
  if (shape instanceof z.ZodLiteral) return [allowedValues([...shape.values])]
  if (shape instanceof z.ZodISODateTime) return [allowed('moment')]
  if (!(shape instanceof z.ZodObject)) return [allowedKind(shape._zod.def.type)]
  const members = Object.entries(shape.shape as Record<string, z.core.$ZodType>)
  const names = members.map(([name, member]) => (member._zod.optin === 'optional' ? `${name}?` : name))
  return [allowed('exactly', { value: `{ ${names.join(', ')} }` })]
}
