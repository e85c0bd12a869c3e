import { z } from 'zod'
import { CONTENT_KINDS } from '../../domain/content-kind.ts'
import type { Content } from '../../domain/fact.ts'
import { given } from '../text.ts'
import { activity } from './activity.ts'
import { optional, optionalId, optionalText, word } from './text.ts'

const told = { id: optionalId, title: optionalText() }
const enough = (content: Content) => Object.values(content).some((value) => value !== undefined)
const tooLittle = 'needs at least one of id, title, kind'

/** A file to download. */
const file = z.object({ ...told, kind: optional(z.enum(CONTENT_KINDS)) }).refine(enough, tooLittle)

/** A video; `kind` is a free word, product videos are `product` or `product_video`. */
export const video = z.object({ ...told, kind: optional(word('product or testimonial')) }).refine(enough, tooLittle)

/** The content without what was not said of it. */
export function contentOf({ id, title, kind }: Content): Content {
  return given({ id, title, kind })
}

export const content = [
  activity(
    'content.downloaded',
    { title: 'Content downloaded', description: 'Someone downloaded a file.', fields: z.object({ content: file }) },
    ({ content }) => ({ content: contentOf(content) }),
  ),
  activity(
    'content.ignored',
    {
      title: 'Content ignored',
      description: 'Someone saw a file on offer and did not download it.',
      fields: z.object({ content: file }),
    },
    ({ content }) => ({ content: contentOf(content) }),
  ),
]
