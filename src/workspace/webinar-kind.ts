import { z } from 'zod'

/** A kind or funnel stage as people type it: `Product demo` and `product_demo` are one word. */
export const word = z
  .string()
  .transform((given) =>
    given
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  )
  .pipe(z.string().regex(/^[a-z][a-z0-9_]{0,49}$/, 'expected a word of a-z, 0-9 and _, such as demo or educational'))
