import { z } from 'zod'
import type { Activity } from './activity.ts'
import { activities } from './payload.ts'

/** Where the JSON Schema of a type is served. */
export function schemaPath(type: string): string {
  return `/schemas/activities/${type}.json`
}

/** The JSON Schema (draft 2020-12) of a type's whole CloudEvent as it is sent; null for a type that Ripen does not know. */
export function activitySchema(type: string): Record<string, unknown> | null {
  const activity = activities.get(type)
  return activity ? schemaOf(activity) : null
}

/** The names of all types, in the order of the documentation. */
export const activityTypes: readonly string[] = [...activities.keys()]

function schemaOf({ type, title, description, event }: Activity): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(event, { io: 'input', target: 'draft-2020-12' })
  return { $schema, $id: schemaPath(type), title, description, ...rest }
}
