import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'

export const states = ['live', 'scheduled', 'ended'] as const

export interface Wanted {
  q: string
  kind: string
}

export interface Group {
  state: WebinarRow['state']
  webinars: WebinarRow[]
}

/** Those that match, by where they stand. What comes next comes first; what is over follows from the newest on. */
export function groupsOf(webinars: readonly WebinarRow[], { q, kind }: Wanted): Group[] {
  const text = q.trim().toLowerCase()
  const matching = webinars.filter((webinar) => {
    const texts = [webinar.topic, webinar.partner?.name]
    return (!kind || webinar.kind === kind) && (!text || texts.some((each) => each?.toLowerCase().includes(text)))
  })
  return states
    .map((state) => {
      const own = matching.filter((webinar) => webinar.state === state)
      return { state, webinars: state === 'scheduled' ? own.reverse() : own }
    })
    .filter(({ webinars }) => webinars.length > 0)
}

/** The share of the registrants who came; null before anybody could. */
export function shareCame({ state, registrants, attendees }: WebinarRow): number | null {
  return state === 'scheduled' || registrants === 0 ? null : Math.min(1, attendees / registrants)
}
