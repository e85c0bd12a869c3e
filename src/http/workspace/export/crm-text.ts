import { e164 } from '../../../domain/phone.ts'
import type { InFile, Listed } from '../../../workspace/export/file.ts'
import { couldRun } from '../../csv.ts'

// Who hands these files to a CRM often opens them in a spreadsheet first; `crm`, for programs, stays exact to the letter.

/** A text for a CRM: no spaces around it, and an apostrophe before what a spreadsheet could run. */
export function crmText(text: string | null | undefined): string | null {
  const bare = text?.trim()
  if (!bare) return null
  return couldRun(bare) ? `'${bare}` : bare
}

/** A phone number for a CRM: E.164 where it says its country, the only cells that begin with + as they are. */
export function crmPhone(phone: string | null | undefined): string | null {
  return (phone && e164(phone)) || crmText(phone)
}

/** How many cells of somebody's row get an apostrophe. */
export function guardedCells({ person: { email, company, jobTitle }, contact }: InFile<Listed>): number {
  const texts = [email, company, jobTitle, contact?.firstName, contact?.lastName, contact?.country]
  const phone = contact?.phone && !e164(contact.phone) ? contact.phone : null
  return [...texts, phone].filter((text) => text && couldRun(text.trim())).length
}
