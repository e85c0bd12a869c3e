import { z } from 'zod'
import { WATCH_EVIDENCE, type WatchData } from '../../domain/fact.ts'
import { activity } from './activity.ts'
import { contentOf, video } from './content.ts'
import { offsetSeconds, percent, positiveSeconds, seconds } from './measure.ts'
import { optional, optionalId } from './text.ts'

const mostIntervals = 10_000
const pair = z
  .tuple([seconds, seconds])
  .refine(([from, to]) => to > from, 'expected a pair [from, to] whose to is greater than its from')

const amounts = ['intervals', 'watchedSeconds', 'percent', 'milestone', 'watched'] as const

const watched = z
  .object({
    mediaSeconds: optional(positiveSeconds).describe('Length of the media'),
    offsetSeconds: optional(offsetSeconds).describe('Position of the live webinar at which the media begins'),
    intervals: optional(z.array(pair).max(mostIntervals)).describe(
      'Positions that were watched, [from, to] in seconds of the media',
    ),
    watchedSeconds: optional(seconds).describe('How much was watched, where positions are not known'),
    percent: optional(percent).describe('At least so much of the media was watched, 0 to 100'),
    milestone: optional(percent).describe('The same, as players tell it at 25, 50, 75 and 100'),
    watched: optional(z.literal(true, 'expected true')).describe('That it was watched, where nobody knows how much'),
    evidence: optional(z.enum(WATCH_EVIDENCE)).describe('How exactly it is known, where what is sent says it wrongly'),
    sessionId: optionalId.describe('One sitting; each event of it tells all that was watched in it so far'),
  })
  .refine((told) => amounts.some((amount) => told[amount] !== undefined), {
    message: `needs at least one of ${amounts.join(', ')}`,
  })

export const watching = [
  activity(
    'replay.watched',
    {
      title: 'Replay watched',
      description: 'Someone watched a webinar on demand. Cumulative within a sessionId.',
      fields: watched,
    },
    watchData,
  ),
  activity(
    'video.watched',
    {
      title: 'Video watched',
      description: 'Someone watched a video that is no replay. Cumulative within a sessionId.',
      fields: watched.safeExtend({ content: video }),
    },
    (said) => ({ ...watchData(said), content: contentOf(said.content) }),
  ),
]

function watchData(said: z.output<typeof watched>): WatchData {
  const { mediaSeconds, offsetSeconds, watchedSeconds, watched, evidence, sessionId } = said
  const intervals = said.intervals?.toSorted(([a, b], [c, d]) => a - c || b - d)
  const milestone = Math.max(said.percent ?? 0, said.milestone ?? 0) / 100 || undefined
  return { mediaSeconds, offsetSeconds, intervals, watchedSeconds, milestone, watched, evidence, sessionId }
}
