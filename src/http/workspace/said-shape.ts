import { z } from '@hono/zod-openapi'
import { PLACES_SAID } from '../../domain/said.ts'

/** A word of the model's topics of buying, and where it stands in the text. */
export const signal = z
  .object({
    topic: z.string().openapi({ example: 'price' }),
    word: z.string().openapi({ example: 'how much is it', description: 'As the model has it.' }),
    at: z.int().openapi({ description: 'Where it begins in the text, in UTF-16 units as JavaScript and Java count.' }),
    length: z.int(),
  })
  .openapi('BuyingSignal')

/** Somebody's own words. */
export const said = z
  .object({
    where: z.enum(PLACES_SAID),
    asked: z.string().nullable().openapi({ description: 'The question of a survey, poll or form that they answer.' }),
    text: z.string(),
    answer: z.string().nullable().openapi({ description: 'What the host said to it, as far as that is known.' }),
    buying: z.array(signal),
  })
  .openapi('Said')

export type SaidAnswer = z.infer<typeof said>
