import type { CompiledModel } from './compile.ts'
import type { Fact } from './fact.ts'
import { buyingTopics, maySay, saidIn } from './said.ts'

/** So far back questions are counted. */
export const ASKED_DAYS = 90
const DAY_MS = 86_400_000

/** How much was said lately in people's own words, and how much of it each of two models finds to be about buying. */
export interface Asked {
  readonly days: number
  readonly asked: number
  readonly before: number
  readonly after: number
  /** Of each topic that either finds; what is about two counts for both. */
  readonly topics: { topic: string; before: number; after: number }[]
}

type Found = readonly [before: readonly string[], after: readonly string[]]

/** What everybody said lately under two models, by number; somebody may be set again when more has become known. */
export class AskedLately {
  readonly #found = new Map<number, readonly Found[]>()

  set(person: number, facts: readonly Fact[], models: { before: CompiledModel; after: CompiledModel; asOf: number }) {
    const { before, after, asOf } = models
    const found = facts
      .filter((fact) => fact.time <= asOf && fact.time > asOf - ASKED_DAYS * DAY_MS && maySay(fact))
      .filter((fact) => saidIn(fact).length > 0)
      .map((fact): Found => [topicsBy(before, fact), topicsBy(after, fact)])
    if (found.length > 0) this.#found.set(person, found)
    else this.#found.delete(person)
  }

  leaveOut(person: number): void {
    this.#found.delete(person)
  }

  gathered(): Asked {
    const topics = new Map<string, { before: number; after: number }>()
    const sums = { asked: 0, before: 0, after: 0 }
    for (const [before, after] of [...this.#found.values()].flat()) {
      sums.asked++
      for (const [side, found] of [['before', before] as const, ['after', after] as const]) {
        if (found.length > 0) sums[side]++
        for (const topic of found) {
          const counts = topics.get(topic) ?? { before: 0, after: 0 }
          counts[side]++
          topics.set(topic, counts)
        }
      }
    }
    return { days: ASKED_DAYS, ...sums, topics: [...topics].map(([topic, counts]) => ({ topic, ...counts })) }
  }
}

function topicsBy({ buyingIn }: CompiledModel, fact: Fact): readonly string[] {
  return buyingIn ? buyingTopics(fact, buyingIn) : []
}
