import { Refused } from '../../domain/refusal.ts'
import type { Statement } from '../../domain/statement.ts'
import { cleanText } from '../text.ts'
import { bareEvent } from './envelope.ts'
import { activities } from './payload.ts'
import { kindOf, oneOf, reasonOf, words } from './reasons.ts'
import { quote } from './text.ts'

const mostEvents = 1000

/** One element of a batch. `id` is the event's own, null where it has none; `reason` says in words why it was not taken. */
export type ActivityReading =
  | { index: number; id: string | null; statements: Statement[] }
  | { index: number; id: string | null; reason: string }

/**
 * Reads one CloudEvent or a batch of them. What is wrong with one event is a reading with a reason; the others are taken.
 * Throws `Refused('invalid')` for what is neither, `Refused('too_large')` for more than 1,000 events.
 */
export function readActivities(body: unknown): { readings: ActivityReading[] } {
  if (Array.isArray(body)) {
    if (body.length <= mostEvents) return { readings: body.map(readEvent) }
    const words = `Expected at most ${mostEvents} events at once, got ${body.length}; send them in parts`
    throw new Refused('too_large', words)
  }
  if (isObject(body) && looksLikeEvent(body)) return { readings: [readEvent(body, 0)] }
  const words = 'Expected a CloudEvent, an object with id, source, type, time and data, or a list of CloudEvents'
  throw new Refused('invalid', `${words}; got ${kindOf(body)}${isObject(body) ? ' without them' : ''}`)
}

/** The system that an element of a batch says it comes from; '' where it does not say. */
export function systemOf(body: unknown, index: number): string {
  const event = Array.isArray(body) ? body[index] : body
  return isObject(event) && typeof event.source === 'string' ? cleanText(event.source, 100) : ''
}

function readEvent(event: unknown, index: number): ActivityReading {
  if (!isObject(event)) return { index, id: null, reason: `event: expected a CloudEvent, got ${kindOf(event)}` }
  const { id, type } = event
  const activity = typeof type === 'string' ? activities.get(type) : undefined
  if (activity) {
    const read = activity.event.safeParse(event, { error: words })
    if (read.success) return { index, id: id as string, statements: read.data }
    return { index, id: echoOf(id), reason: reasonOf(read.error.issues) }
  }
  const rest = bareEvent.safeParse(event, { error: words })
  const reasons = [`type: ${wrongType(type)}`, ...(rest.success ? [] : [reasonOf(rest.error.issues)])]
  return { index, id: echoOf(id), reason: reasons.join('; ') }
}

function wrongType(type: unknown): string {
  if (type === undefined) return 'is missing; expected the type of an activity such as person.registered'
  if (typeof type !== 'string') return `expected a text such as person.registered, got ${kindOf(type)}`
  const known = [...activities.keys()]
  const noun = `${type.split('.')[0]}.`
  const near = known.filter((other) => other.startsWith(noun))
  const nouns = [...new Set(known.map((other) => `${other.split('.')[0]}.`))]
  const words = near.length > 0 ? oneOf(near) : `a type that begins with ${nouns.join(', ')}`
  return `${quote(type)} is not known; expected ${words}`
}

function looksLikeEvent(body: Record<string, unknown>): boolean {
  return (
    ['specversion', 'id', 'source', 'type', 'time'].filter((attribute) => Object.hasOwn(body, attribute)).length >= 2
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function echoOf(id: unknown): string | null {
  return typeof id === 'string' ? cleanText(id, 1000) : null
}
