import type { Fact } from './fact.ts'
import type { History } from './history.ts'
import { type Interval, positionOf } from './interval.ts'
import type { Involvement } from './involvement.ts'
import type { Model } from './model.ts'
import { inOrder } from './order.ts'
import { buyingTopics, maySay } from './said.ts'

export interface Mark {
  readonly kind: 'poll' | 'question' | 'chat'
  /** Seconds of the live time. */
  readonly at: number
  /** What of buying it is about, in the order of the model's topics; left out where it is not. */
  readonly buying?: string[]
}

/** The topics of what was said, by fact; null where nothing is about buying. */
export type About = ReadonlyMap<Fact, string[]>

const none: readonly string[] = []

/** What of a person's words in a webinar is about buying. */
export function aboutBuying({ facts }: Involvement, { model: { model, buyingIn } }: History): About | null {
  if (!buyingIn) return null
  let about: Map<Fact, string[]> | null = null
  for (const fact of facts) {
    const topics = maySay(fact) ? buyingTopics(fact, buyingIn) : none
    if (topics.length === 0) continue
    about ??= new Map()
    about.set(fact, inOrderOf(model, topics))
  }
  return about
}

/** All of these topics, each once. */
export function topicsIn(about: About, { model: { model } }: History): string[] {
  return inOrderOf(model, [...about.values()].flat())
}

function inOrderOf({ buyingWords }: Model, topics: readonly string[]): string[] {
  return buyingWords.flatMap(({ id }) => (topics.includes(id) ? [id] : []))
}

/** What somebody did while the webinar ran, on its live time. */
export function marksOf({ webinar, facts }: Involvement, about: About | null): Mark[] {
  const marks: Mark[] = []
  for (const fact of facts) {
    const kind = markOf(fact)
    if (!kind || !isDuring(fact, webinar.running)) continue
    const at = positionOf(webinar.live, fact.time) / 1000
    const buying = about?.get(fact)
    marks.push(buying ? { kind, at, buying } : { kind, at })
  }
  return inOrder(marks, (a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1))
}

function markOf(fact: Fact): Mark['kind'] | null {
  if (fact.type === 'question.asked') return 'question'
  if (fact.type === 'poll.answered') return 'poll'
  return fact.type === 'chat.sent' && fact.data.channel === 'webinar' ? 'chat' : null
}

export function countOf(marks: readonly Mark[], kind: Mark['kind']): number {
  let count = 0
  for (const mark of marks) if (mark.kind === kind) count++
  return count
}

function isDuring({ time }: { time: number }, running: readonly Interval[]): boolean {
  return running.some(({ from, to }) => from <= time && time <= to)
}
