import type { InFile, Listed } from '../../../workspace/export/file.ts'
import type { Column } from '../../csv-download.ts'
import type { About } from './about.ts'
import { personColumns, type RipenColumn, ripenColumns } from './crm-columns.ts'
import { crmText } from './crm-text.ts'

/** As Salesforce itself writes a required field that nobody filled. */
const notProvided = '[not provided]'

/**
 * Salesforce's leads by the names of its API, which refuse one without company or last name. No LeadSource: for a lead
 * that is there already it would overwrite where it first came from.
 */
export function salesforceColumns<Row extends InFile<Listed>>(
  about: About,
  own: readonly RipenColumn<Row>[],
): Column<Row>[] {
  const person = personColumns({
    email: 'Email',
    firstName: 'FirstName',
    lastName: 'LastName',
    company: 'Company',
    phone: 'Phone',
    jobTitle: 'Title',
    country: 'Country',
  })
  return [
    ...person.map((column) => required.find(([heading]) => heading === column[0]) ?? column),
    ...ripenColumns(about, own, (words) => `Ripen_${words.replaceAll(' ', '_')}__c`),
    ...(about.unsubscribed ? [optedOut] : []),
  ]
}

const required: Column<InFile<Listed>>[] = [
  ['LastName', (row) => crmText(lastNameOf(row)) ?? notProvided],
  ['Company', (row) => crmText(row.person.company) ?? notProvided],
]

/** A name that was only shown in a room is taken whole. */
function lastNameOf({ contact, person }: InFile<Listed>): string | null {
  return contact?.lastName ?? (contact?.firstName ? null : person.name)
}

const optedOut: Column<InFile<Listed>> = ['HasOptedOutOfEmail', (row) => (row.wantsNoMail ? 1 : 0)]
