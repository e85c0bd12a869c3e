import type { InFile, Listed } from '../../../workspace/export/file.ts'
import type { Column } from '../../csv-download.ts'
import type { About } from './about.ts'
import { personColumns, type RipenColumn, ripenColumns } from './crm-columns.ts'

/** HubSpot's import of contacts: the names of its own properties, found by e-mail. */
export function hubspotColumns<Row extends InFile<Listed>>(
  about: About,
  own: readonly RipenColumn<Row>[],
): Column<Row>[] {
  return [
    ...personColumns({
      email: 'Email',
      firstName: 'First Name',
      lastName: 'Last Name',
      company: 'Company Name',
      phone: 'Phone Number',
      jobTitle: 'Job Title',
      country: 'Country',
    }),
    ...ripenColumns(about, own, (words) => `Ripen ${words}`),
    ...(about.unsubscribed ? [wantsNoMail] : []),
  ]
}

// HubSpot takes no opt-out from a column of its own, only from a list: this one says whom to put on it.
const wantsNoMail: Column<InFile<Listed>> = ['Ripen Wants No Mail', (row) => (row.wantsNoMail ? 'yes' : 'no')]
