import { createRoute, z } from '@hono/zod-openapi'
import { Refused } from '../../domain/refusal.ts'
import { importFile } from '../../workspace/import-file.ts'
import { previewFile } from '../../workspace/preview-file.ts'
import { json, moment, refusals, said } from '../documented.ts'
import { routes } from './routes.ts'

const imported = z
  .object({
    file: z.string(),
    kind: z.string(),
    webinar: z
      .object({
        id: z.string(),
        platform: z.string(),
        platformId: z.string(),
        topic: z.string().nullable(),
        startsAt: moment.nullable(),
      })
      .nullable(),
    rows: z.int(),
    facts: z.int(),
    people: z.int(),
    skipped: z.array(z.object({ row: z.int(), column: z.int().optional(), reason: z.string(), ...said })),
    warnings: z.array(z.string()),
    warned: z
      .array(z.object(said))
      .openapi({ description: 'Of each of the `warnings`, what it says for other languages.' }),
    known: z.boolean().optional().openapi({ description: 'Of a preview: Ripen knows this webinar already.' }),
    sample: z
      .array(z.object({ name: z.string().nullable(), email: z.string().nullable(), minutes: z.number().nullable() }))
      .optional()
      .openapi({ description: 'Of a preview: the first people in the file, with their minutes in the room.' }),
  })
  .openapi('ImportedFile')

export type ImportedFile = z.infer<typeof imported>

const post = createRoute({
  method: 'post',
  path: '/api/v1/imports',
  tags: ['Imports'],
  summary: 'Bring in a report file',
  description:
    'One file a call, at most 64 MB: a report of Zoom, or a table of deals won and lost (`outcomes`) with the columns email, outcome, date and perhaps amount, currency, margin, whose rows of unknown people are listed. Its kind is found by itself. ' +
    'Nothing is stored from a file that is refused; importing a file again changes nothing.',
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object' as const,
            required: ['file'],
            properties: {
              file: { type: 'string' as const, format: 'binary' },
              kind: { type: 'string' as const, description: '`zoom-attendees`, `zoom-registrations` or `outcomes`.' },
              timezone: {
                type: 'string' as const,
                description: 'Zone of the times in the file, for example `Asia/Jerusalem`.',
              },
              webinarKind: { type: 'string' as const, description: 'What kind of webinar it was, for example `demo`.' },
              preview: {
                type: 'string' as const,
                enum: ['true', 'false'],
                description: 'With `true` nothing is stored: the answer says what would be.',
              },
            },
          },
        },
      },
    },
  },
  responses: {
    200: json(z.object({ files: z.array(imported) }), 'What was understood and stored'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'too_large', 'unavailable'),
  },
})

export const importRoutes = routes().openapi(post, async (c) => {
  const form = await readForm(c.req.raw)
  const files = form.getAll('file')
  const [file] = files
  if (files.length !== 1 || !file || typeof file === 'string')
    throw new Refused('invalid', 'Send exactly one file as the multipart field "file".', { field: 'file' })
  const report = {
    file: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    kind: text(form, 'kind'),
    timezone: text(form, 'timezone'),
    webinarKind: text(form, 'webinarKind'),
  }
  const result = isPreview(form) ? previewFile(c.env.ws, report) : await importFile(c.env.ws, report)
  return c.json({ files: [result] }, 200)
})

export type ImportRoutes = typeof importRoutes

function isPreview(form: FormData): boolean {
  const asked = text(form, 'preview') ?? 'false'
  if (asked === 'true' || asked === 'false') return asked === 'true'
  throw new Refused('invalid', `preview: expected true or false, got "${asked}"`, { field: 'preview' })
}

async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Refused('invalid', 'The body is not multipart/form-data.')
  }
}

function text(form: FormData, field: string): string | undefined {
  const value = form.get(field)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
