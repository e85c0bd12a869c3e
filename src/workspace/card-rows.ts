import { bitsOfTopics } from '../domain/buying-bits.ts'
import type { CompiledModel } from '../domain/compile.ts'
import type { Scorecard, StoredScore } from '../domain/score.ts'
import { searchText } from '../domain/search-text.ts'
import type { Standing } from '../domain/standing.ts'
import type { CardRow } from '../store/cards.ts'
import type { ListingRow } from '../store/listings.ts'
import type { PlaceRow } from '../store/places.ts'
import { numberOfStage, numberOfTemperature } from '../store/stage.ts'
import type { StandingRow } from '../store/standings.ts'
import type { Turns } from './look-again.ts'
import { packed } from './standing-detail.ts'

/** What stands for an end that nobody knows: the last moment that there is. */
const lastMoment = 8_640_000_000_000_000

export function cardRowOf(card: StoredScore, changesAt: number | null): CardRow {
  const { score, stage, grade, temperature, velocity, surge, profile, activeTo, wantsNoMail, isStaff } = card
  const { company = null, jobTitle = null } = profile
  const name = nameOf(card)
  return {
    score,
    stage: numberOfStage(stage),
    grade,
    temperature: numberOfTemperature(temperature),
    velocity,
    surge: surge ? 1 : 0,
    changes_at: changesAt,
    email: rankedEmail(card),
    name,
    company,
    job_title: jobTitle,
    search: searchText(name, company),
    last_at: activeTo === null ? null : Math.trunc(Math.min(lastMoment, activeTo)),
    no_mail: wantsNoMail ? 1 : 0,
    staff: isStaff ? 1 : 0,
  }
}

/** What of a webinar a standing is stored with. `passedMs`: so much of its live time has passed. */
export interface WebinarNow extends Pick<Turns, 'over'> {
  number: number
  passedMs: number
}

export function standingRowOf(
  standing: Standing,
  { number, over, passedMs }: WebinarNow,
  model: CompiledModel,
): StandingRow {
  const { points, registered, attended, replayed, noShow, stayed, inRoom, liveSeconds } = standing
  return {
    webinar: number,
    points_down: 0 - points,
    registered: registered ? 1 : 0,
    attended: attended ? 1 : 0,
    replayed: replayed ? 1 : 0,
    no_show: noShow ? 1 : 0,
    took_part: tookPart(standing) ? 1 : 0,
    stayed: stayed ? 1 : 0,
    in_room: inRoom ? 1 : 0,
    live_ms: Math.round(liveSeconds * 1000 - (inRoom ? passedMs : 0)),
    questions: standing.questions,
    poll_answers: standing.pollAnswers,
    buying: bitsOfTopics(model.model, standing.buying),
    detail: packed(standing, over, model),
  }
}

export function listingRowOf({ score, email, stage, temperature, grade }: CardRow, who: Who): ListingRow {
  const { person, id } = who
  return { score_down: 0 - score, email, id, person, stage, temperature, grade }
}

/** A person's number, and the id in hex. */
export interface Who {
  person: number
  id: string
}

export function placeRowOf(
  { score, email, stage, temperature }: CardRow,
  { webinar, points_down, attended, replayed, no_show }: StandingRow,
  { person, id }: Who,
): PlaceRow {
  const score_down = 0 - score
  return { webinar, points_down, score_down, email, id, person, stage, temperature, attended, replayed, no_show }
}

/** Seen for more than 0 seconds live, or watched on demand. */
export function tookPart({ liveSeconds, replayed }: Standing): boolean {
  return liveSeconds > 0 || replayed
}

/** The address by which a person is ranked and shown: the first that became known, '' for none. */
export function rankedEmail({ addresses }: Pick<Scorecard, 'addresses'>): string {
  return addresses[0] ?? ''
}

/** The name by which a person is listed: the given one, else the one last shown in a room. */
export function nameOf({ profile: { firstName, lastName }, roomName }: Pick<StoredScore, 'profile' | 'roomName'>) {
  return firstName && lastName ? `${firstName} ${lastName}` : firstName || lastName || roomName
}
