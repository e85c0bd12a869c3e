import type { Company } from '../company.ts'
import { inTurns } from './sending.ts'

const atOnce = 8

/** Answers by what they answer to. */
export type Seen = Map<string, unknown>

interface Webinar {
  id: string
  endsAt: string | null
}

/** All that the API shows of a company: as of a moment, and at the present of what does not change by the minute. */
export async function everythingOf(company: Company, asOf: string): Promise<Seen> {
  const seen: Seen = new Map()
  async function look<T extends object>(path: string): Promise<T> {
    const answer = await company.get<T>(path)
    const { asOf: _, ...still } = answer as Record<string, unknown>
    seen.set(path, still)
    return answer
  }
  const { items } = await look<{ items: Webinar[] }>('/webinars')
  seen.set('/webinars', items.map(still))
  await look('/quarantine')
  const people: { id: string }[] = []
  for (let path: string | null = '/people?limit=500'; path; ) {
    const page: { items: { id: string }[]; nextCursor: string | null } = await look(path)
    people.push(...page.items)
    seen.set(path, { ...page, items: page.items.map((each) => sitting(each, asOf)) })
    path = page.nextCursor && `/people?limit=500&cursor=${page.nextCursor}`
  }
  const ofWebinars = items.flatMap(({ id, endsAt }) => [
    `/webinars/${id}/ranking?limit=1000&asOf=${asOf}`,
    `/webinars/${id}/funnel?asOf=${asOf}`,
    ...(endsAt === null ? [] : [`/webinars/${id}/ranking?limit=1000&sort=score`]),
  ])
  const cards = people.map(({ id }) => `/people/${id}?asOf=${asOf}`)
  await inTurns([...ofWebinars, ...cards], atOnce, look)
  return seen
}

/** A webinar of which nobody has said that it ended goes on all the time. */
function still(webinar: Webinar): object {
  return webinar.endsAt === null ? { ...webinar, liveSeconds: 'growing' } : webinar
}

/** Somebody whom nobody has seen leave is active all the time. */
function sitting(person: object, asOf: string): object {
  const isActive = 'lastActivityAt' in person && String(person.lastActivityAt) > asOf
  return isActive ? { ...person, lastActivityAt: 'now' } : person
}

/** The paths whose answers differ, with both answers from a little before that place. */
export function differences(one: Seen, other: Seen): { path: string; one: string; other: string }[] {
  const paths = new Set([...one.keys(), ...other.keys()])
  return [...paths].flatMap((path) => {
    const [a, b] = [one, other].map((seen) => JSON.stringify(seen.get(path)) ?? 'nothing') as [string, string]
    if (a === b) return []
    const from = Math.max(0, [...a].findIndex((sign, at) => sign !== b[at]) - 100)
    return [{ path, one: a.slice(from, from + 300), other: b.slice(from, from + 300) }]
  })
}
