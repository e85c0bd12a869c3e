import { given } from '../../../text.ts'
import { listedRegistrant, registrationOf } from '../registration.ts'
import { gathered, rowsOf } from '../rows.ts'
import type { Step } from '../step.ts'

const scope = 'webinar:read:list_registrants'
/** Without a status Zoom lists the approved; those who cancelled are in no list. */
const passes = ['approved', 'pending', 'denied'] as const

/** Who signed up, in three passes. */
export const registrantsStep: Step = {
  id: 'registrants',
  scope,
  async page(api, room, { token, at = 0 }) {
    const status = passes[at] ?? 'approved'
    const query = given({ status, page_size: '300', occurrence_id: room.occurrence, next_page_token: token })
    const path = `/webinars/${encodeURIComponent(room.platformId)}/registrants`
    const body = await api.get({ path, query: query as Record<string, string>, rate: 'medium', scope })
    const { rows, skipped, token: next } = rowsOf(body, 'registrants', listedRegistrant)
    const statements = gathered(rows, skipped, (row) => registrationOf(row, status, room))
    const isLast = at + 1 >= passes.length
    return { statements, skipped, next: next ? { token: next, at } : isLast ? null : { at: at + 1 } }
  },
}
