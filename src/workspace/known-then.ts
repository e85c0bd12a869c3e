import { isPlaced, place } from '../domain/series.ts'
import {
  factsOfKeysThen,
  factsOfNamesThen,
  keysOfPeopleThen,
  peopleMentionedThen,
  personOfKeyThen,
} from '../store/known-then.ts'
import { nameOfNumber, namesOfSeries } from '../store/webinar-names.ts'
import { findWebinarRow } from '../store/webinars.ts'
import { contentThen, isAboutWebinar } from './content-then.ts'
import { factOf } from './fact-of-row.ts'
import { ownName } from './find-webinar.ts'
import type { Knowledge } from './knowledge.ts'
import { gatherFacts } from './person-facts.ts'
import { type KnownSeries, placeOf, seriesFrom } from './series.ts'
import type { Workspace } from './workspace.ts'

/**
 * What was known at a moment: the facts that had been received by then, each with the content that counted among those
 * received; webinars as these and the names heard of by then make them; keys and stays of whoever they were by then.
 */
export function knownThen(ws: Workspace, at: number): Knowledge {
  const { db } = ws
  const derived = new Map<string, KnownSeries>()
  const seriesThen = (platform: string, platformId: string): KnownSeries => {
    const id = JSON.stringify([platform, platformId])
    const known = derived.get(id) ?? deriveThen(ws, platform, platformId, at)
    derived.set(id, known)
    return known
  }
  const seriesOfName = new Map<number, KnownSeries>()
  const webinarNamed = (name: number, time: number) => {
    let known = seriesOfName.get(name)
    if (!known) {
      const { platform, platformId } = nameOfNumber(db, name)
      known = seriesThen(platform, platformId)
      seriesOfName.set(name, known)
    }
    return placeOf(known, name, time)
  }
  return {
    webinarNamed,
    findWebinar(id) {
      const row = findWebinarRow(db, id)
      const known = row && seriesThen(row.platform, row.platformId)
      if (!row || !known || known.names.size === 0) return null
      const own = known.series.webinars.find((webinar) => webinar.id === id)
      // An id that came out later may mean a webinar that had another one then, but never just any of its series.
      if (!own && row.since !== null && row.since > at && !isPlaced(known.series, ownName(row))) return null
      return { webinar: own ?? place(known.series, ownName(row), 0), known }
    },
    peopleMentioned: (name, atATime) => peopleMentionedThen(db, name, at, atATime),
    factsOfNobody: (names) =>
      factsOfNamesThen(db, names, at, 'nobody')
        .map((row) => contentThen(ws, row, at))
        .filter((row) => !isAboutWebinar(row))
        .map((row) => ({ name: row.name!, fact: factOf(row) })),
    peopleFacts(people) {
      const keys = keysOfPeopleThen(db, people, at)
      const numbers = keys.map(({ number }) => number)
      const rows = factsOfKeysThen(db, numbers, at).map((row) => contentThen(ws, row, at))
      return gatherFacts(people, keys, rows, webinarNamed)
    },
    personOfKey: (key) => personOfKeyThen(db, key, at),
  }
}

function deriveThen(ws: Workspace, platform: string, platformId: string, at: number): KnownSeries {
  const names = namesOfSeries(ws.db, platform, platformId, at)
  const numbers = names.map(({ number }) => number)
  const told = factsOfNamesThen(ws.db, numbers, at, 'webinar')
    .map((row) => contentThen(ws, row, at))
    .filter(isAboutWebinar)
    .map((row) => ({ name: row.name!, fact: factOf(row) }))
  return seriesFrom(platform, platformId, names, told)
}
