import type { Statement } from '../../../../domain/statement.ts'
import type { Words } from '../../../../domain/words.ts'
import { optionalAddress, optionalMoment, optionalNumber, optionalText } from '../../member.ts'
import { roomName } from '../../naming.ts'
import { record } from '../../record.ts'
import { gathered, rowsOf } from '../rows.ts'
import { saidBy } from '../said.ts'
import type { Room, Step } from '../step.ts'
import { leftOut } from '../words.ts'
import { encoded } from '../zoom-api.ts'

const scope = 'cloud_recording:read:recording_analytics_details'
const list = 'analytics_details'

const day = 86_400_000
/** Zoom answers for a month at most; what is older than half a year is not asked for. */
const stretch = 30
const longest = 180

const view = record({
  date_time: optionalMoment,
  name: optionalText(200),
  email: optionalAddress,
  duration: optionalNumber,
})

/** Who watched the recording and for how long, in stretches of 30 days from the webinar until now. */
export const replayViewsStep: Step = {
  id: 'replay_views',
  scope,
  replay: true,
  async page(api, room, { token, at }) {
    const now = api.now()
    const asked = stretchOf(room, now, at)
    const query = {
      ...{ from: dayText(asked.from), to: dayText(asked.to), type: 'by_view', page_size: '300' },
      ...(token && { next_page_token: token }),
    }
    const path = `/meetings/${encoded(room.uuid)}/recordings/analytics_details`
    const body = await api.get({ path, query, rate: 'medium', scope })
    const { rows, skipped, token: next } = rowsOf(body, list, view)
    const statements = gathered(rows, skipped, (row) => watched(row, room))
    const isLast = asked.to + day > now
    return { statements, skipped, next: next ? { token: next, at: asked.at } : isLast ? null : { at: asked.at + 1 } }
  },
}

/** The stretches begin with the room, so that they stay the same while they are gone through. */
function stretchOf({ startedAt, endedAt }: Room, now: number, at?: number): { at: number; from: number; to: number } {
  const first = dayOf(startedAt ?? endedAt ?? now - longest * day)
  const oldest = Math.max(0, Math.floor((dayOf(now - longest * day) - first) / (stretch * day)))
  const which = at ?? oldest
  const from = first + which * stretch * day
  return { at: which, from, to: Math.min(from + (stretch - 1) * day, dayOf(now)) }
}

function dayOf(time: number): number {
  return Math.floor(time / day) * day
}

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** A view is placed where it ended: one that Zoom lists while it goes on is longer later, and then that counts. */
function watched(
  { date_time, name = '', email, duration: watchedSeconds }: ReturnType<typeof view>,
  room: Room,
): Statement[] | Words {
  if (date_time === undefined) return leftOut('noTime', { list })
  if (watchedSeconds === undefined || watchedSeconds < 0) return []
  const { platformId, uuid } = room
  return [
    {
      id: `zoom/replay_viewed/${uuid}/${date_time}/${email ? `e:${email}` : `n:${name}`}`,
      type: 'replay.watched',
      time: date_time + Math.round(watchedSeconds * 1000),
      webinar: roomName({ id: platformId, uuid }),
      ...saidBy({ email }),
      data: { watchedSeconds },
    },
  ]
}
