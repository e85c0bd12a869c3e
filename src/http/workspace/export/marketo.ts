import type { ExportedPerson } from '../../../workspace/export/people.ts'
import type { Column } from '../../csv-download.ts'
import type { About } from './about.ts'
import { personColumns, ripenColumns } from './crm-columns.ts'

/** Marketo's bulk import: the names of its REST interface. */
export function marketoColumns(about: About): Column<ExportedPerson>[] {
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
    ...ripenColumns(about, (words) => `ripen${words.replaceAll(' ', '')}`),
    ...(about.unsubscribed ? [unsubscribed] : []),
  ]
}

const unsubscribed: Column<ExportedPerson> = ['unsubscribed', (row) => row.wantsNoMail]
