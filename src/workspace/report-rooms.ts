import { Refused } from '../domain/refusal.ts'
import type { Webinar } from '../domain/webinar.ts'
import { answerFile } from '../sources/zoom/files/answer-words.ts'
import type { ChosenWebinar, Known, KnownRoom } from '../sources/zoom/files.ts'
import { namesOfSeries } from '../store/webinar-names.ts'
import { findWebinar, ownName } from './find-webinar.ts'
import { seriesNow } from './series.ts'
import type { Workspace } from './workspace.ts'

/**
 * What is known of webinars apart from a report about one. `chosen`: the webinar that somebody named for it, by an id of
 * ours or by the number that Zoom shows. Throws `Refused('invalid')` for one that is neither.
 */
export function knownFor(ws: Workspace, chosen: string | undefined): Known {
  return {
    rooms: (platformId) => (isKnown(ws, platformId) ? roomsOf(webinarsOf(ws, platformId)) : []),
    chosen: chosen === undefined ? null : chosenWebinar(ws, chosen),
  }
}

function chosenWebinar(ws: Workspace, id: string): ChosenWebinar {
  const digits = id.replace(/[\s-]/g, '')
  if (/^\d{5,20}$/.test(digits)) return { platformId: digits, topic: null, rooms: null }
  const found = findWebinar(ws, id)
  if (!found) throw new Refused('invalid', answerFile('noWebinar', { id: id.slice(0, 60) }), { field: 'webinar' })
  const { platformId, topic } = found.webinar
  return { platformId, topic, rooms: roomsOf([found.webinar]) }
}

function isKnown(ws: Workspace, platformId: string): boolean {
  return namesOfSeries(ws.db, 'zoom', platformId).length > 0
}

function webinarsOf(ws: Workspace, platformId: string): readonly Webinar[] {
  return seriesNow(ws, 'zoom', platformId).series.webinars
}

/** When the rooms of webinars ran; one that was only scheduled has none. */
function roomsOf(webinars: readonly Webinar[]): KnownRoom[] {
  return webinars
    .filter(({ instances }) => instances.length > 0)
    .flatMap((webinar) =>
      webinar.running.map(({ from, to }) => ({
        webinar: ownName(webinar),
        from,
        to: to === Number.POSITIVE_INFINITY ? null : to,
      })),
    )
}
