import type { InFile, Listed } from '../../../workspace/export/file.ts'
import type { Column } from '../../csv-download.ts'
import type { About } from './about.ts'
import { personColumns, type RipenColumn, ripenColumns } from './crm-columns.ts'

/** Marketo's bulk import: the names of its REST interface. */
export function marketoColumns<Row extends InFile<Listed>>(
  about: About,
  own: readonly RipenColumn<Row>[],
): Column<Row>[] {
  return [
    ...personColumns({
      email: 'email',
      firstName: 'firstName',
      lastName: 'lastName',
      company: 'company',
      phone: 'phone',
      jobTitle: 'title',
      country: 'country',
    }),
    ...ripenColumns(about, own, (words) => `ripen${words.replaceAll(' ', '')}`),
    ...(about.unsubscribed ? [unsubscribed] : []),
  ]
}

const unsubscribed: Column<InFile<Listed>> = ['unsubscribed', (row) => row.wantsNoMail]
