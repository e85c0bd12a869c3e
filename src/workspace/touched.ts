import { peopleMentioned } from '../store/webinar-names.ts'
import type { Workspace } from './workspace.ts'

const atATime = 500

/** People, and names of webinars, of whom something new was taken in while somebody looked at everybody. */
export class Touched {
  readonly people = new Set<number>()
  readonly names = new Set<number>()

  get isAny(): boolean {
    return this.people.size > 0 || this.names.size > 0
  }

  /** All of them, with whoever is mentioned with the names; from then on it gathers anew. */
  *take({ db }: Workspace): Generator<number[]> {
    const [people, names] = [[...this.people], [...this.names]]
    this.people.clear()
    this.names.clear()
    for (let at = 0; at < people.length; at += atATime) yield people.slice(at, at + atATime)
    for (const name of names) yield* peopleMentioned(db, name, atATime)
  }
}
