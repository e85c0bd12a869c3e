import type { z } from 'zod'
import { cleanText } from '../text.ts'
import { quote } from './text.ts'

const shown = 3

const expected: Record<string, string> = {
  string: 'a text',
  number: 'a finite number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  tuple: 'a pair [from, to]',
}

/** What was wrong with one value and what is expected, in words; handed to zod in place of its own messages. */
export function words(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrong(`expected ${expected[issue.expected] ?? issue.expected}`, issue.input)
    case 'invalid_value':
      return wrong(`expected ${oneOf(issue.values.map(String))}`, issue.input, quoted)
    case 'too_small':
      return `expected ${amount(issue, issue.inclusive ? 'at least' : 'more than', issue.minimum)}`
    case 'too_big':
      return `expected ${amount(issue, issue.inclusive === false ? 'less than' : 'at most', issue.maximum)}`
    default:
      return issue.message ?? 'is not as expected'
  }
}

/** All that is wrong with an event in one line: `data.seconds: expected a finite number, got a text; time: is missing …`. */
export function reasonOf(issues: readonly z.core.$ZodIssue[]): string {
  const lines = issues.slice(0, shown).map(({ path, message }) => `${fieldOf(path)}: ${message}`)
  if (issues.length > shown) lines.push(`and ${issues.length - shown} more`)
  return lines.join('; ')
}

/** `a`, or `one of a, b, c`. */
export function oneOf(values: readonly string[]): string {
  return `${values.length > 1 ? 'one of ' : ''}${values.join(', ')}`
}

/** What a value is, in words. Texts are not shown: they may be personal. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'a number too large to be read'
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'object' ? 'an object' : 'a text'
}

function wrong(words: string, input: unknown, show = kindOf): string {
  return input === undefined ? `is missing; ${words}` : `${words}, got ${show(input)}`
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? quote(value) : kindOf(value)
}

function amount(issue: { origin: string }, bound: string, limit: number | bigint): string {
  const unit = { string: ' characters', array: ' entries' }[issue.origin] ?? ''
  return `${bound} ${limit}${unit}`
}

function fieldOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${cleanText(String(part), 60)}`))
  return parts.join('').replace(/^\./, '') || 'event'
}
