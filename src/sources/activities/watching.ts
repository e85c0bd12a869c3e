import { z } from 'zod'
import type { WatchData } from '../../domain/fact.ts'
import { activity } from './activity.ts'
import { contentOf, video } from './content.ts'
import { offsetSeconds, positiveSeconds, seconds } from './measure.ts'
import { optional, optionalId } from './text.ts'

const mostIntervals = 10_000
const pair = z
  .tuple([seconds, seconds])
  .refine(([from, to]) => to > from, 'expected a pair [from, to] whose to is greater than its from')

const watched = z
  .object({
    mediaSeconds: optional(positiveSeconds).describe('Length of the media'),
    offsetSeconds: optional(offsetSeconds).describe('Position of the live webinar at which the media begins'),
    intervals: optional(z.array(pair).max(mostIntervals)).describe(
      'Positions that were watched, [from, to] in seconds of the media',
    ),
    watchedSeconds: optional(seconds).describe('How much was watched, where positions are not known'),
    sessionId: optionalId.describe('One sitting; each event of it tells all that was watched in it so far'),
  })
  .refine(({ intervals, watchedSeconds }) => intervals !== undefined || watchedSeconds !== undefined, {
    message: 'needs at least one of intervals, watchedSeconds',
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
  const { mediaSeconds, offsetSeconds, watchedSeconds, sessionId } = said
  const intervals = said.intervals?.toSorted(([a, b], [c, d]) => a - c || b - d)
  return { mediaSeconds, offsetSeconds, intervals, watchedSeconds, sessionId }
}
