import fc from 'fast-check'
import { searchText } from '../../../src/domain/search-text.ts'
import type { SegmentPerson, SegmentStanding } from '../../../src/domain/segment.ts'
import { type SegmentFilters, segmentFilters } from '../../../src/domain/segment-filters.ts'
import { STAGES } from '../../../src/domain/stage.ts'
import { writeCards } from '../../../src/store/cards.ts'
import { keyId } from '../../../src/store/fact-id.ts'
import { writeListings } from '../../../src/store/listings.ts'
import { insertKey } from '../../../src/store/person-keys.ts'
import { writePlaces } from '../../../src/store/places.ts'
import { numberOfStage, numberOfTemperature } from '../../../src/store/stage.ts'
import { writeStandings } from '../../../src/store/standings.ts'
import { listingRowOf, placeRowOf } from '../../../src/workspace/card-rows.ts'
import { needWebinar } from '../../../src/workspace/find-webinar.ts'
import { currentVersion } from '../../../src/workspace/live-models.ts'
import { numberOfWebinar } from '../../../src/workspace/series.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { start } from '../told.ts'

export interface Stored extends SegmentPerson {
  standings: readonly SegmentStanding[]
}

const day = 86_400_000
const texts = fc.constantFrom('Kiwi, Inc.', 'קיווי', 'Dana', 'ДАНА Слива', "O'Fig", 'a\nb', '100%', '_', '')

/** Somebody of few values, so that many are level and filters leave some over. */
export function somebody(webinars: readonly string[]): fc.Arbitrary<Stored> {
  return fc
    .record({
      score: fc.constantFrom(-5, 0, 12, 12.5, 60),
      stage: fc.constantFrom(...STAGES),
      temperature: fc.constantFrom('cold', 'warm', 'hot'),
      grade: fc.constantFrom('A', 'B', null),
      email: fc.constantFrom(
        '',
        '',
        'dana@kiwi.example',
        'ben@shop.kiwi.example',
        'x@akiwi.example',
        'kiwi.example@fig.example',
      ),
      name: fc.option(texts),
      company: fc.option(texts),
      lastActivityAt: fc.option(fc.constantFrom(start - 40 * day, start - 2 * day, start, 8_640_000_000_000_000)),
      wantsNoMail: fc.boolean(),
      isStaff: fc.nat(6).map((one) => one === 0),
      standings: fc.subarray([...webinars]).chain((some) => fc.tuple(...some.map(standing))),
    })
    .map((one) => (one.isStaff ? { ...one, standings: [] } : one))
}

function standing(webinar: string): fc.Arbitrary<SegmentStanding> {
  const flags = { registered: fc.boolean(), attended: fc.boolean(), replayed: fc.boolean(), noShow: fc.boolean() }
  return fc.record({ webinar: fc.constant(webinar), ...flags, buying: fc.nat(3) })
}

/** Filters of which each is mostly left out. */
export function filtersOf(webinars: readonly string[], topics: readonly string[]): fc.Arbitrary<SegmentFilters> {
  const some = <T>(words: readonly T[]) => fc.subarray([...words], { minLength: 1 })
  const filter: Record<keyof SegmentFilters, fc.Arbitrary<unknown>> = {
    stage: some(STAGES),
    temperature: some(['cold', 'warm', 'hot']),
    grade: some(['A', 'B', 'none']),
    minScore: fc.constantFrom(-5, 0, 12, 12.25),
    maxScore: fc.constantFrom(0, 12, 12.5),
    q: fc.constantFrom('KIWI', 'дана', '%', '_', 'a', 'קיו', '@fig'),
    company: fc.constantFrom('kiwi', 'Слива', 'b', '%'),
    domain: fc.constantFrom('kiwi.example', 'example', 'shop.kiwi.example'),
    webinar: fc.constantFrom(...webinars),
    attended: fc.constantFrom('yes', 'no', 'replay', 'watched', 'no_show', 'registered'),
    activeSince: fc.constant(new Date(start - 2 * day).toISOString()),
    activeWithinDays: fc.constantFrom(1, 2, 30),
    buying: fc.constantFrom('true', topics[0], topics[1], 'no_topic'),
    mail: fc.constantFrom('wanted', 'unwanted'),
  }
  return fc
    .record(filter, { requiredKeys: [] })
    .chain((all) => fc.subarray(Object.entries(all), { maxLength: 3 }))
    .map((few) => {
      const filters = Object.fromEntries(few)
      if ('attended' in filters) filters.webinar ??= webinars[0]
      return segmentFilters.parse(filters)
    })
}

/** Stores them as the scoring does; gives each with the id and number under which they are stored. */
export function store(ws: Workspace, crowd: readonly Stored[]): (Stored & { id: string; person: number })[] {
  const model = currentVersion(ws)
  const { db } = ws
  db.exec('DELETE FROM place; DELETE FROM listing; DELETE FROM standing; DELETE FROM card; DELETE FROM person_key')
  const stored = crowd.map((one, at) => ({ ...one, person: at + 1, id: Buffer.from(keyId(`u:${at}`)).toString('hex') }))
  for (const one of stored) {
    insertKey(
      db,
      { number: one.person, person: one.person, natural: null },
      keyId(`u:${one.person - 1}`),
      `u:${one.person - 1}`,
    )
    const card = {
      ...{ score: one.score, stage: numberOfStage(one.stage), temperature: numberOfTemperature(one.temperature) },
      ...{ grade: one.grade, email: one.email, name: one.name, company: one.company, velocity: 0, surge: 0 },
      ...{ changes_at: null, job_title: null, search: searchText(one.name, one.company) },
      ...{ last_at: one.lastActivityAt, no_mail: Number(one.wantsNoMail), staff: Number(one.isStaff) },
    }
    writeCards(db, model, new Map([[one.person, card]]))
    if (!one.isStaff) writeListings(db, model, [listingRowOf(card, one)])
    for (const { webinar, registered, attended, replayed, noShow, buying } of one.standings) {
      const row = {
        ...{ webinar: numberOfWebinar(ws, needWebinar(ws, webinar).webinar), points_down: -1 },
        ...{ registered: Number(registered), attended: Number(attended), replayed: Number(replayed) },
        ...{ no_show: Number(noShow), took_part: 0, stayed: 0, in_room: 0, live_ms: 0, questions: 0, poll_answers: 0 },
        ...{ buying, detail: '[]' },
      }
      writeStandings(db, model, [[one.person, row]])
      writePlaces(db, model, [placeRowOf(card, row, one)])
    }
  }
  return stored
}
