import type { z } from 'zod'
import { Refused } from '../../domain/refusal.ts'
import type { Statement } from '../../domain/statement.ts'

/** Reads the parsed body of one kind of event. Throws `Refused('invalid')`, naming the field, if it is not of that kind's shape. */
export type Reader = (body: unknown) => Statement[]

export function reader<T>(schema: z.ZodType<T>, state: (told: T) => Statement[]): Reader {
  return (body) => {
    const parsed = schema.safeParse(body, { error: words })
    if (parsed.success) return state(parsed.data)
    const [{ path, message }] = parsed.error.issues as [z.core.$ZodIssue]
    throw new Refused('invalid', `${path.join('.')} ${message}`)
  }
}

/** What must be known although Zoom may leave it out. */
export function needed<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new Refused('invalid', `${field} is missing`)
  return value
}

function words(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_type') return undefined
  return issue.input === undefined ? 'is missing' : `is no ${issue.expected}`
}
