import { intersect, lengthOf, union } from '../../../src/domain/interval.ts'
import { rankingRows } from '../../../src/workspace/ranking.ts'
import type { RankedPerson } from '../../../src/workspace/ranking-row.ts'
import { webinars } from '../../../src/workspace/webinars.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { drained } from '../../workspaces.ts'
import { MINUTE, plainAddress, type ToldStay, type ToldWebinar } from '../../zoom/story.ts'

/** By address, how many seconds of the live time each registrant was in the room, as the story tells it. */
export function presenceTold({ startsAt, minutes, registrants, instances }: ToldWebinar, stays: readonly ToldStay[]) {
  const live = [{ from: startsAt, to: Math.min(startsAt + minutes * MINUTE, instances[0]!.to) }]
  const addresses = new Map(registrants.map(({ id, email }) => [id, plainAddress(email)]))
  const own = new Map<string, ToldStay[]>()
  for (const stay of stays) {
    const address = addresses.get(stay.registrant ?? '')
    if (address) own.set(address, [...(own.get(address) ?? []), stay])
  }
  return new Map([...own].map(([address, each]) => [address, lengthOf(intersect(union(each), live)) / 1000]))
}

/** Everybody in the ranking of the only webinar. */
export function ranked(ws: Workspace): RankedPerson[] {
  const [webinar] = webinars(drained(ws)).items
  return [...rankingRows(ws, webinar!.id, {})]
}

/** By address, how many seconds of the live time everybody was in the room, as Ripen knows it. */
export function presenceKnown(ws: Workspace): Map<string, number> {
  return new Map(ranked(ws).map(({ person, attendance }) => [person.email ?? person.id, attendance.liveSeconds]))
}
