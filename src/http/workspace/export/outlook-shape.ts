import { z } from '@hono/zod-openapi'
import { moment } from '../../documented.ts'

/** Who would be in a file, and who would be left out. */
export const outlook = z
  .object({
    people: z.int().openapi({ description: 'So many would be in a file.' }),
    forCrm: z.int().openapi({ description: 'So many of them have an e-mail address, by which a CRM knows people.' }),
    wantNoMail: z
      .int()
      .openapi({ description: 'So many match the filters and are left out, because they want no mail.' }),
    guarded: z.int().openapi({
      description: 'So many cells get an apostrophe in the files for CRMs, because a spreadsheet could run them.',
    }),
    counted: z.boolean().openapi({ description: 'False: they are more, and were counted no further.' }),
    excluded: z.array(z.object({ filter: z.string(), value: z.string(), people: z.int().nullable() })).openapi({
      description: 'Where nobody is left: how many each filter alone leaves out, as far as that is known.',
    }),
    modelVersion: z.int(),
    asOf: moment,
  })
  .openapi('ExportOutlook')

export type ExportOutlook = z.infer<typeof outlook>
