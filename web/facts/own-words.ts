import type { PersonAnswer } from '../../src/http/workspace/people.ts'

type Fact = PersonAnswer['timeline'][number]

/** Something that the person said: when, where, and what of it is about buying. */
export interface OwnWords {
  key: string
  at: string
  webinarId: string | null
  said: Fact['said'][number]
}

/**
 * Everything that somebody said in their own words, the newest first, as the timeline has it. What stands in a form twice,
 * since a report repeats what the platform has sent, is there once.
 */
export function ownWords(timeline: readonly Fact[]): OwnWords[] {
  const seen = new Set<string>()
  const oldestFirst = timeline
    .toReversed()
    .flatMap(({ fact, at, webinarId, said }) =>
      said.map((each, part): OwnWords => ({ key: `${fact} ${part}`, at, webinarId, said: each })),
    )
  const once = oldestFirst.filter(({ webinarId, said: { where, asked, text } }) => {
    if (where !== 'form') return true
    const same = JSON.stringify([webinarId, asked, text])
    return !seen.has(same) && seen.add(same)
  })
  return once.reverse()
}

/** A fact without what of it is somebody's own words, which are shown as such. */
export function unsaid({ type, data, said }: Pick<Fact, 'type' | 'data' | 'said'>): Record<string, unknown> {
  if (said.length === 0) return data
  const { text: _, comments: __, question: ___, ...rest } = data
  if (type === 'question.asked') return {}
  if (type === 'poll.answered') return {}
  if (type === 'survey.submitted' && Array.isArray(data.answers))
    return { answers: data.answers.filter((each) => !(Object(each).open && Object(each).answer)) }
  return rest
}
