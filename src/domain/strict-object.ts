import { z } from 'zod'

/** An object of these members only; one that is not known is named, with those that are. */
export function strictObject<Shape extends z.ZodRawShape>(shape: Shape) {
  const allowed = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `${issue.keys.join(', ')}: not known here; allowed: ${allowed}` : undefined,
  })
}
