import { z } from 'zod'
import { lengthOf } from '../../domain/interval.ts'
import { Refused } from '../../domain/refusal.ts'
import { MEDIA_KINDS, readMedia } from '../../domain/replay-media.ts'
import { replay } from '../../domain/replay-words.ts'
import type { Webinar } from '../../domain/webinar.ts'
import { deleteReplay } from '../../store/replays.ts'
import { needWebinar } from '../find-webinar.ts'
import { compiledModel, currentVersion } from '../live-models.ts'
import { momentOf, readMoment } from '../moment.ts'
import { numberOfWebinar } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import { previewLink } from './link.ts'
import { findReplay, type Kept, keepReplay, lengthIn, type Replay, stateOfReplay } from './replay.ts'

const moment = z.string().nullish()
const shape = z.strictObject({
  kind: z.enum(MEDIA_KINDS).nullish(),
  address: z.string().trim().min(1),
  mediaSeconds: z.number().positive().max(86_400).nullish(),
  offsetSeconds: z.number().min(-86_400).max(86_400).nullish(),
  opensAt: moment,
  closesAt: moment,
})

/** Throws `Refused('not_found')` for an unknown webinar, and where it has no replay. */
export function showReplay(ws: Workspace, webinarId: string, origin: string) {
  const { webinar } = needWebinar(ws, webinarId)
  const found = findReplay(ws, webinar)
  if (!found) throw new Refused('not_found', replay('none'), { field: 'replay' })
  return shown(ws, webinar, found, origin)
}

/**
 * Says where a webinar's replay plays; what was said before is forgotten, but for a length that a player told of the same
 * media. Throws `Refused('not_found')`, and `Refused('invalid')` that names the field.
 */
export async function setReplay(ws: Workspace, webinarId: string, body: unknown, origin: string) {
  const told = readSetting(body)
  const found = await ws.commit(() => {
    const { webinar } = needWebinar(ws, webinarId)
    const before = findReplay(ws, webinar)
    const isSame = before?.media.address === told.address
    const { learnedSeconds } = before?.kept ?? {}
    const kept = { ...told, ...(isSame && learnedSeconds !== undefined && { learnedSeconds }) }
    keepReplay(ws, { number: before?.number ?? numberOfWebinar(ws, webinar), kept, changedAt: ws.now() })
    return webinar
  })
  return shown(ws, found, findReplay(ws, found)!, origin)
}

/** Closes a webinar's replay: its links lead nowhere. Throws `Refused('not_found')`. */
export async function removeReplay(ws: Workspace, webinarId: string): Promise<void> {
  await ws.commit(() => {
    const found = findReplay(ws, needWebinar(ws, webinarId).webinar)
    if (!found) throw new Refused('not_found', replay('none'), { field: 'replay' })
    deleteReplay(ws.db, found.number)
  })
}

function readSetting(body: unknown): Kept {
  const { data, error } = shape.safeParse(body)
  if (!data) {
    const [issue] = error.issues
    const field = issue!.path.join('.') || (issue!.code === 'unrecognized_keys' ? issue!.keys[0]! : 'body')
    throw new Refused('invalid', `${field}: ${issue!.message}`, { field })
  }
  const { kind, address } = readMedia(data.address, data.kind ?? null)
  const opensAt = readMoment(data.opensAt ?? undefined, 'opensAt')
  const closesAt = readMoment(data.closesAt ?? undefined, 'closesAt')
  if (opensAt !== undefined && closesAt !== undefined && closesAt <= opensAt)
    throw new Refused('invalid', replay('closesFirst'), { field: 'closesAt' })
  const { mediaSeconds, offsetSeconds } = data
  return {
    ...{ kind, address },
    ...(mediaSeconds && { mediaSeconds }),
    ...(offsetSeconds && { offsetSeconds }),
    ...(opensAt !== undefined && { opensAt }),
    ...(closesAt !== undefined && { closesAt }),
  }
}

function shown(ws: Workspace, webinar: Webinar, { media, kept, changedAt }: Replay, origin: string) {
  const { mediaSeconds, offsetSeconds = null, opensAt = null, closesAt = null } = kept
  const length = lengthIn(kept) ?? null
  return {
    ...{ kind: media.kind, address: media.address, mediaSeconds: length, offsetSeconds },
    lengthBy: length === null ? null : mediaSeconds === undefined ? ('player' as const) : ('you' as const),
    joinsLive: length === null ? null : joinsLive(ws, webinar, length),
    ...{ opensAt: momentOf(opensAt), closesAt: momentOf(closesAt) },
    state: stateOfReplay(kept, ws.now()),
    changedAt: momentOf(changedAt),
    preview: origin + previewLink(ws, webinar),
  }
}

/** Whether what is watched of it fills in what was missed live: it is as long as the webinar was; null: nobody knows. */
function joinsLive(ws: Workspace, { live }: Webinar, seconds: number): boolean | null {
  const length = lengthOf(live)
  if (length <= 0 || length === Infinity) return null
  const { replayLengthTolerance } = compiledModel(ws, currentVersion(ws)).model
  return Math.abs(seconds * 1000 - length) <= replayLengthTolerance * length
}
