import type { Statement } from '../../../../domain/statement.ts'
import type { Words } from '../../../../domain/words.ts'
import { optionalAddress } from '../../member.ts'
import { roomName } from '../../naming.ts'
import { record } from '../../record.ts'
import { gathered, rowsOf } from '../rows.ts'
import type { Room, Step } from '../step.ts'
import { leftOut } from '../words.ts'

const scope = 'webinar:read:list_panelists'
const list = 'panelists'

const panelist = record({ email: optionalAddress })

/** Who was invited to speak. Whoever is promoted in the room is not on the list. */
export const panelistsStep: Step = {
  id: 'panelists',
  scope,
  async page(api, room) {
    const path = `/webinars/${encodeURIComponent(room.platformId)}/panelists`
    const { rows, skipped } = rowsOf(await api.get({ path, rate: 'medium', scope }), list, panelist)
    return { statements: gathered(rows, skipped, (row) => staffed(row, room)), skipped, next: null }
  },
}

function staffed(
  { email }: ReturnType<typeof panelist>,
  { platformId, uuid, startedAt: time }: Room,
): Statement[] | Words {
  if (!email) return leftOut('nobody', { list })
  if (time === undefined) return leftOut('noTime', { list })
  return [
    {
      id: `zoom/report/staffed/${uuid}/panelist/${email}`,
      type: 'webinar.staffed',
      time,
      webinar: roomName({ id: platformId, uuid }),
      person: { platform: 'zoom', email },
      data: { role: 'panelist' },
    },
  ]
}
