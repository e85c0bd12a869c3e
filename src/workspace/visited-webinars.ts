import { cut, lengthOf } from '../domain/interval.ts'
import type { Scorecard } from '../domain/score.ts'
import type { Standing } from '../domain/standing.ts'
import type { Webinar } from '../domain/webinar.ts'
import { stateOf } from '../domain/webinar-state.ts'
import { momentOf } from './moment.ts'
import { byStart } from './webinars.ts'

/** The webinars that a person has to do with, the latest first, and what they did there. */
export function visitedWebinars(
  { standings }: Pick<Scorecard, 'standings'>,
  webinars: ReadonlyMap<string, Webinar>,
  asOf: number,
) {
  return standings
    .map((standing) => ({ standing, webinar: webinars.get(standing.webinar)! }))
    .sort((a, b) => byStart(a.webinar, b.webinar))
    .map(({ standing, webinar }) => visited(webinar, standing, asOf))
}

function visited(webinar: Webinar, standing: Standing, asOf: number) {
  const { id, topic, kind, startsAt, live } = webinar
  const { points, registered, noShow, presence, marks, parts, questions, pollAnswers, buying } = standing
  const { liveSeconds, replaySeconds, share, evidence, replayEvidence, provisional, inRoom } = standing
  return {
    ...{ id, topic, kind },
    scheduledAt: momentOf(webinar.scheduled?.from ?? null),
    startsAt: momentOf(startsAt),
    state: stateOf(webinar, asOf),
    liveSeconds: lengthOf(cut(live, asOf)) / 1000,
    ...{ points, registered, noShow },
    attendance: { liveSeconds, replaySeconds, share, evidence, replayEvidence, provisional, inRoom },
    ...{ presence, marks, parts, questions, pollAnswers, buying },
  }
}
