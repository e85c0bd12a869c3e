import { z } from '@hono/zod-openapi'

/** The query parameter that takes in who wants no mail. */
export const unsubscribed = z
  .string()
  .optional()
  .openapi({
    enum: ['true', 'false'],
    description:
      'Also who left the mailing list, marked a mail as spam or withdrew consent, with a column that says so; without it they are left out.',
  })
