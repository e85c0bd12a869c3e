import type { Statement } from '../../../../domain/statement.ts'
import type { Words } from '../../../../domain/words.ts'
import { roomName } from '../../naming.ts'
import { profileOf } from '../../registrant.ts'
import { type ListedRegistrant, listedRegistrant } from '../registration.ts'
import { gathered, rowsOf } from '../rows.ts'
import type { Room, Step } from '../step.ts'
import { leftOut } from '../words.ts'

const scope = 'cloud_recording:read:list_recording_registrants'
const list = 'registrants'
/** Whoever was denied may not see it. */
const passes = ['approved', 'pending'] as const

/** Who asked to see the recording. */
export const replayRegistrantsStep: Step = {
  id: 'replay_registrants',
  scope,
  replay: true,
  async page(api, room, { token, at = 0 }) {
    const query = { status: passes[at] ?? 'approved', page_size: '300', ...(token && { next_page_token: token }) }
    const path = `/meetings/${encodeURIComponent(room.platformId)}/recordings/registrants`
    const {
      rows,
      skipped,
      token: next,
    } = rowsOf(await api.get({ path, query, rate: 'medium', scope }), list, listedRegistrant)
    const statements = gathered(rows, skipped, (row) => signedUp(row, room))
    const isLast = at + 1 >= passes.length
    return { statements, skipped, next: next ? { token: next, at } : isLast ? null : { at: at + 1 } }
  },
}

/**
 * A recording gives its registrants ids of their own: the address is the better name. Zoom does not say when: it counts
 * as of the end of the webinar.
 */
function signedUp(row: ListedRegistrant, { platformId, uuid, endedAt, startedAt }: Room): Statement[] | Words {
  const { email, id: registrantId } = row
  const time = row.create_time ?? endedAt ?? startedAt
  if (!email && !registrantId) return leftOut('nobody', { list })
  if (time === undefined) return leftOut('noTime', { list })
  return [
    {
      id: `zoom/report/replay_registered/${uuid}/${email ?? registrantId}`,
      type: 'replay.registered',
      time,
      webinar: roomName({ id: platformId, uuid }),
      person: email ? { platform: 'zoom', email } : { platform: 'zoom', registrantId: registrantId! },
      profile: profileOf(row),
      data: {},
    },
  ]
}
