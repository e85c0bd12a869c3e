import type { ExportedPerson } from '../../../workspace/export/people.ts'
import type { Column } from '../../csv-download.ts'
import { type About, dayOf } from './about.ts'
import { personColumns, ripenColumns } from './crm-columns.ts'

/** Account Engagement (Pardot): days instead of moments, and whether somebody may be mailed to always said. */
export function pardotColumns(about: About): Column<ExportedPerson>[] {
  return [
    ...personColumns({
      email: 'Email',
      firstName: 'First Name',
      lastName: 'Last Name',
      company: 'Company',
      phone: 'Phone',
      jobTitle: 'Job Title',
      country: 'Country',
    }),
    ['Do Not Email', (row) => (row.wantsNoMail ? 1 : 0)],
    ...ripenColumns(
      about,
      (words) => `Ripen ${words}`,
      (moment) => dayOf(about, moment),
    ),
  ]
}
