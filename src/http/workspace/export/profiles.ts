import { z } from '@hono/zod-openapi'
import type { ExportedPerson, FileNeeds } from '../../../workspace/export/people.ts'
import { oneOf } from '../../../workspace/ranking-query.ts'
import type { CsvProfile } from '../../csv.ts'
import type { Column } from '../../csv-download.ts'
import type { About } from './about.ts'
import { hubspotColumns } from './hubspot.ts'
import { marketoColumns } from './marketo.ts'
import { pardotColumns } from './pardot.ts'
import { salesforceColumns } from './salesforce.ts'
import { spreadsheetColumns } from './spreadsheet.ts'

export const EXPORT_PROFILES = ['spreadsheet', 'crm', 'hubspot', 'salesforce', 'marketo', 'pardot'] as const
export type ExportProfile = (typeof EXPORT_PROFILES)[number]

/** How a profile is written, what it needs to know of people, and its columns. */
interface Written {
  csv: CsvProfile
  needs: FileNeeds
  columns(about: About): Column<ExportedPerson>[]
}

// A CRM finds people by their address. Its columns guard their own texts, so that phones may begin with +.
const forCrm = { csv: 'crm', needs: { contacts: true, withEmail: true } } as const

export const written: Record<ExportProfile, Written> = {
  spreadsheet: {
    csv: 'spreadsheet',
    needs: { contacts: false, withEmail: false },
    columns: (about) => spreadsheetColumns(about, { contacts: false }),
  },
  crm: {
    csv: 'crm',
    needs: { contacts: true, withEmail: false },
    columns: (about) => spreadsheetColumns(about, { contacts: true }),
  },
  hubspot: { ...forCrm, columns: hubspotColumns },
  salesforce: { ...forCrm, columns: salesforceColumns },
  marketo: { ...forCrm, columns: marketoColumns },
  pardot: { ...forCrm, columns: pardotColumns },
}

/** The query parameter that says for whom a file of the ranking is. */
export const exportProfile = z
  .string()
  .optional()
  .openapi({
    enum: [...EXPORT_PROFILES],
    description:
      'Safe to open in a spreadsheet; exact to the letter for a program; or in the headings of a CRM, only with people who have an e-mail address. `pardot` is Account Engagement.',
  })

/** Throws `Refused('invalid')`. */
export function readExportProfile(asked = 'spreadsheet'): ExportProfile {
  return oneOf('profile', asked, EXPORT_PROFILES)
}
