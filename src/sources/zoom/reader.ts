import { Refused } from '../../domain/refusal.ts'
import type { Statement } from '../../domain/statement.ts'
import { type Member, Unfit } from './record.ts'

/** Reads the parsed body of one kind of event. Throws `Refused('invalid')`, naming the field, if it is not of that kind's shape. */
export type Reader = (body: unknown) => Statement[]

export function reader<T>(read: Member<T>, state: (told: T) => Statement[]): Reader {
  return (body) => state(readOf(read, body))
}

function readOf<T>(read: Member<T>, body: unknown): T {
  try {
    return read(body)
  } catch (error) {
    if (error instanceof Unfit) throw new Refused('invalid', `${error.path.join('.')} ${error.message}`)
    throw error
  }
}

/** What must be known although Zoom may leave it out. */
export function needed<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new Refused('invalid', `${field} is missing`)
  return value
}
