import { z } from 'zod'
import type { BuyingTopic } from './buying-word.ts'

const words = z.array(z.string().trim().min(1).max(60)).max(200).default([])

/** Apart from its type, which the dashboard takes too: zod tries `eval`, which the policy of its pages forbids. */
export const BuyingTopicSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  words: z.strictObject({ en: words, he: words, ru: words }),
}) satisfies z.ZodType<BuyingTopic>
