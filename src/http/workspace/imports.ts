import { createRoute, z } from '@hono/zod-openapi'
import { Refused } from '../../domain/refusal.ts'
import { importFile } from '../../workspace/import-file.ts'
import { previewFile } from '../../workspace/preview-file.ts'
import { json, moment, refusals, said } from '../documented.ts'
import { routes } from './routes.ts'

const person = { name: z.string().nullable(), email: z.string().nullable() }
const sampledPerson = z.object({ ...person, minutes: z.number().nullable() })
const sampledAnswer = z.object({
  ...person,
  question: z.string(),
  answer: z.string().nullable(),
  at: moment.nullable(),
})

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
      .array(z.union([sampledPerson, sampledAnswer]))
      .optional()
      .openapi({
        description:
          'Of a preview: the first people in the file with their minutes in the room, or the first that people answered or asked.',
      }),
    said: z.object({ count: z.int(), questions: z.int(), unnamed: z.int() }).optional().openapi({
      description: 'Of a preview of polls, a survey or questions: how much was said, and by nobody known.',
    }),
    columns: z
      .object({ headers: z.array(z.string()), roles: z.record(z.string(), z.string().nullable()) })
      .optional()
      .openapi({ description: 'Of a preview of questions: the columns of the table, and which was taken for what.' }),
    questions: z
      .array(z.object({ text: z.string(), open: z.boolean() }))
      .optional()
      .openapi({ description: 'Of a preview of polls or a survey: what is asked, and whether in own words.' }),
  })
  .openapi('ImportedFile')

export type ImportedFile = z.infer<typeof imported>
export type SampledPerson = z.infer<typeof sampledPerson>
export type SampledAnswer = z.infer<typeof sampledAnswer>

const post = createRoute({
  method: 'post',
  path: '/api/v1/imports',
  tags: ['Imports'],
  summary: 'Bring in a report file',
  description:
    'One file a call, at most 64 MB: a report of Zoom, a table of questions, or a table of deals won and lost (`outcomes`) with the columns email, outcome, date and perhaps amount, currency, margin, whose rows of unknown people are listed. Its kind is found by itself. ' +
    'A refusal with the field `timezone`, `webinar` or `columns` is a question: send the file again with it. With `columns` come `headers`, the names of all columns, and `roles`. ' +
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
              kind: {
                type: 'string' as const,
                description:
                  '`zoom-attendees`, `zoom-registrations`, `zoom-polls`, `zoom-survey`, `zoom-qa` or `outcomes`.',
              },
              timezone: {
                type: 'string' as const,
                description: 'Zone of the times in the file, for example `Asia/Jerusalem`.',
              },
              webinarKind: { type: 'string' as const, description: 'What kind of webinar it was, for example `demo`.' },
              webinar: {
                type: 'string' as const,
                description:
                  'Which webinar the file is about, where it does not say so: an id of ours, or the number that Zoom shows.',
              },
              columns: {
                type: 'string' as const,
                description:
                  'Of a table of questions: which column holds what, a JSON object of `question`, `email`, `name`, `time`, `answer` with names of columns; "" none does. What is left out is found by itself. Without a name and an address (both "") the questions are anonymous.',
                example: '{"question":"Question Details","email":"Asker Email"}',
              },
              openQuestion: {
                type: 'array' as const,
                items: { type: 'string' as const },
                description:
                  'Of polls and surveys: a question that people answered in their own words; may be repeated.',
              },
              alerts: {
                type: 'string' as const,
                enum: ['true', 'false'],
                description:
                  'With `true` the alert rules that stand now tell of what is new in the file, however long ago it was; else it raises no alert.',
              },
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
    webinar: text(form, 'webinar'),
    columns: chosenColumns(form),
    alerts: isOn(form, 'alerts'),
    openQuestions: form.getAll('openQuestion').filter((each) => typeof each === 'string'),
  }
  const result = isOn(form, 'preview') ? previewFile(c.env.ws, report) : await importFile(c.env.ws, report)
  return c.json({ files: [result] }, 200)
})

export type ImportRoutes = typeof importRoutes

function isOn(form: FormData, field: 'preview' | 'alerts'): boolean {
  const asked = text(form, field) ?? 'false'
  if (asked === 'true' || asked === 'false') return asked === 'true'
  throw new Refused('invalid', `${field}: expected true or false, got "${asked}"`, { field })
}

function chosenColumns(form: FormData): Record<string, string> | undefined {
  const given = text(form, 'columns')
  if (given === undefined) return undefined
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(given))
  } catch {
    const expected = 'columns: expected a JSON object of names, such as {"question":"Question Details"}'
    throw new Refused('invalid', expected, { field: 'columns' })
  }
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
