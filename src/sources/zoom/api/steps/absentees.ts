import { listedRegistrant, registrationOf } from '../registration.ts'
import { gathered, rowsOf } from '../rows.ts'
import type { Step } from '../step.ts'
import { encoded } from '../zoom-api.ts'

const scope = 'webinar:read:list_absentees'

/** Who signed up and did not come: known by the room, so also where the webinar's number has expired with its list. */
export const absenteesStep: Step = {
  id: 'absentees',
  scope,
  async page(api, room, { token }) {
    const query = { page_size: '300', ...(token && { next_page_token: token }) }
    const body = await api.get({ path: `/past_webinars/${encoded(room.uuid)}/absentees`, query, rate: 'heavy', scope })
    const { rows, skipped, token: next } = rowsOf(body, 'registrants', listedRegistrant)
    const statements = gathered(rows, skipped, (row) => registrationOf(row, statusOf(row.status), room))
    return { statements, skipped, next: next ? { token: next } : null }
  },
}

function statusOf(status = ''): 'approved' | 'pending' | 'denied' {
  const word = status.toLowerCase()
  return word === 'pending' || word === 'denied' ? word : 'approved'
}
