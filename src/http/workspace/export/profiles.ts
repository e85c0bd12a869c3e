import { z } from '@hono/zod-openapi'
import { EXPORT_PROFILES, type ExportProfile } from '../../../domain/export-profile.ts'
import type { FileNeeds, InFile, Listed } from '../../../workspace/export/file.ts'
import type { ExportedPerson } from '../../../workspace/export/people.ts'
import { oneOf } from '../../../workspace/ranking-query.ts'
import type { CsvProfile } from '../../csv.ts'
import type { Column } from '../../csv-download.ts'
import type { About } from './about.ts'
import { type RipenColumn, ripenOfListed, ripenOfRanked } from './crm-columns.ts'
import { hubspotColumns } from './hubspot.ts'
import { marketoColumns } from './marketo.ts'
import { pardotColumns } from './pardot.ts'
import { salesforceColumns } from './salesforce.ts'
import { sheetOfListed, sheetOfRanked, spreadsheetColumns } from './spreadsheet.ts'

export { EXPORT_PROFILES, type ExportProfile }

/** What a kind of list says of people: in a spreadsheet, and in the fields of a CRM. */
export interface ListKind<Row> {
  sheet: readonly Column<Row>[]
  ripen: readonly RipenColumn<Row>[]
}

export const rankedList: ListKind<ExportedPerson> = { sheet: sheetOfRanked, ripen: ripenOfRanked }
export const peopleList: ListKind<InFile<Listed>> = { sheet: sheetOfListed, ripen: ripenOfListed }

/** How a profile is written, what it needs to know of people, and its columns. */
interface Written {
  csv: CsvProfile
  needs: FileNeeds
  columns<Row extends InFile<Listed>>(about: About, list: ListKind<Row>): Column<Row>[]
}

// A CRM finds people by their address. Its columns guard their own texts, so that phones may begin with +.
const forCrm = { csv: 'crm', needs: { contacts: true, withEmail: true } } as const

export const written: Record<ExportProfile, Written> = {
  spreadsheet: {
    csv: 'spreadsheet',
    needs: { contacts: false, withEmail: false },
    columns: (about, { sheet }) => spreadsheetColumns(about, sheet, { contacts: false }),
  },
  crm: {
    csv: 'crm',
    needs: { contacts: true, withEmail: false },
    columns: (about, { sheet }) => spreadsheetColumns(about, sheet, { contacts: true }),
  },
  hubspot: { ...forCrm, columns: (about, { ripen }) => hubspotColumns(about, ripen) },
  salesforce: { ...forCrm, columns: (about, { ripen }) => salesforceColumns(about, ripen) },
  marketo: { ...forCrm, columns: (about, { ripen }) => marketoColumns(about, ripen) },
  pardot: { ...forCrm, columns: (about, { ripen }) => pardotColumns(about, ripen) },
}

/** The query parameter that says for whom a file is. */
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
