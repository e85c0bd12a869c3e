import { needWebinar } from '../find-webinar.ts'
import { momentOf } from '../moment.ts'
import { type RankedPerson, rankingInSteps } from '../ranking.ts'
import { readWhole } from '../ranking-query.ts'
import type { Workspace } from '../workspace.ts'
import { findReplay, lengthIn } from './replay.ts'
import { linkedViewings } from './viewers-of-page.ts'
import type { Viewing } from './viewing.ts'

/** Somebody who watched a webinar on demand, wherever that was. Positions are seconds of the media. */
export interface Viewer extends Omit<Viewing, 'firstAt' | 'lastAt'> {
  person: RankedPerson['person']
  score: number
  liveSeconds: number
  /** Seen of the webinar, live and on demand together. */
  seen: number | null
  firstAt: string
  lastAt: string
  link: string | null
}

export interface ViewerPage {
  items: Viewer[]
  nextCursor: string | null
  /** Of the replay that is set: how long the axis is; null where nobody knows. */
  mediaSeconds: number | null
}

/** Who watched on demand, in the order of the ranking. Refuses as `ranking` does. */
export function* viewersInSteps(
  ws: Workspace,
  webinarId: string,
  query: { limit?: string | undefined; cursor?: string | undefined },
  origin: string,
): Generator<void, ViewerPage> {
  const limit = query.limit ? readWhole('limit', query.limit, 1, 200) : 50
  const { webinar } = needWebinar(ws, webinarId)
  const replay = findReplay(ws, webinar)
  const found = yield* rankingInSteps(ws, webinarId, { attended: 'watched', limit, cursor: query.cursor })
  const ids = found.items.map(({ person }) => person.id)
  const linked = linkedViewings(ws, webinar, ids, replay ? origin : null)
  const items = found.items.flatMap(({ person, score, attendance }, at): Viewer[] => {
    const { viewing, link } = linked[at]!
    if (!viewing) return []
    const { firstAt, lastAt, ...watched } = viewing
    const { liveSeconds, share: seen } = attendance
    return [
      { person, score, liveSeconds, seen, ...watched, firstAt: momentOf(firstAt), lastAt: momentOf(lastAt), link },
    ]
  })
  return { items, nextCursor: found.nextCursor, mediaSeconds: (replay && lengthIn(replay.kept)) ?? null }
}
