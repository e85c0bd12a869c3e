import { z } from 'zod'
import { cleanText } from '../text.ts'
import { activity } from './activity.ts'
import { seconds } from './measure.ts'
import { optional, optionalId, requiredText } from './text.ts'

const longestUrl = 2000
const automated = optional(z.boolean()).describe('true: a machine such as a scanner did it, and it never counts')
const page = z.union([z.string(), z.object({ url: z.string() })], 'expected an address, or an object {url}')

export const site = [
  activity(
    'page.viewed',
    {
      title: 'Page viewed',
      description: 'Someone looked at a page of the website.',
      fields: z.object({ url: requiredText(longestUrl), seconds: optional(seconds), automated }),
    },
    ({ url, seconds, automated }) => ({ url, seconds, automated }),
  ),
  activity(
    'visit.ended',
    {
      title: 'Visit ended',
      description: 'A whole visit of the website, told at its end. Of two under one visitId the later holds.',
      fields: z.object({
        seconds: optional(seconds).describe('Length of the visit; left out where nobody knows'),
        pages: optional(z.array(page).max(1000)).describe('Addresses of the pages, in order'),
        visitId: optionalId,
        automated,
      }),
    },
    ({ seconds, pages, visitId, automated }) => ({ seconds, pages: urlsOf(pages ?? []), visitId, automated }),
  ),
  activity(
    'form.submitted',
    {
      title: 'Form submitted',
      description: 'Someone sent a form of the website.',
      fields: z.object({
        form: z.object({
          id: optionalId,
          kind: optional(z.enum(['contact', 'quote', 'demo_request', 'other'])).describe('Left out: other'),
        }),
      }),
    },
    ({ form: { id, kind } }) => ({ form: { ...(id && { id }), kind: kind ?? 'other' } }),
  ),
]

function urlsOf(pages: readonly (string | { url: string })[]): string[] {
  const urls = pages.map((page) => cleanText(typeof page === 'string' ? page : page.url, longestUrl))
  return urls.filter((url) => url !== '')
}
