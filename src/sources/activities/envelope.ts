import { z } from 'zod'
import { time } from './time.ts'

// Never cut or cleaned: (source, id) is what tells events apart.
const exact = z
  .string()
  .min(1)
  .max(1000)
  .refine((text) => text.isWellFormed(), 'is not well-formed Unicode')

const version = 'expected "1.0", the version of CloudEvents'

/** The attributes that Ripen reads of every CloudEvent; others are ignored. */
export const attributes = {
  specversion: z
    .string(version)
    .regex(/^1\.\d+$/, version)
    .nullish()
    .describe('1.0; may be left out'),
  id: exact.describe('Unique within its source; sent again, the event counts once'),
  source: exact.describe('The system that the event comes from, such as https://shop.example or /crm'),
  time: time.describe('When it happened, RFC 3339 with an offset'),
  data_base64: z.never('binary data is not read; send data as a JSON object').optional(),
}

/** A CloudEvent of one type. `data` is a JSON object. */
export function cloudEvent<T extends string, D extends z.ZodType>(type: T, data: D) {
  return z.object({ ...attributes, type: z.literal(type), data })
}

/** The same of a type that Ripen does not know: says what else is wrong with it. */
export const bareEvent = z.object(attributes)
