import type { InFile, Listed } from '../../../workspace/export/file.ts'
import type { Column } from '../../csv-download.ts'
import { type About, dayOf } from './about.ts'
import { personColumns, type RipenColumn, ripenColumns } from './crm-columns.ts'

/** Account Engagement (Pardot): days instead of moments, and whether somebody may be mailed to always said. */
export function pardotColumns<Row extends InFile<Listed>>(
  about: About,
  own: readonly RipenColumn<Row>[],
): Column<Row>[] {
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
      own,
      (words) => `Ripen ${words}`,
      (moment) => dayOf(about, moment),
    ),
  ]
}
