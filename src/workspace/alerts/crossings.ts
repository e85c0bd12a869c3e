import type { Crossing } from '../../domain/alert/crossing.ts'
import { crossedOfPeople, deleteCrossed, insertCrossed } from '../../store/alert-rules.ts'
import type { Workspace } from '../workspace.ts'
import type { CrossingRule } from './crossed.ts'

/** Who of some people is beyond what rules watch: each is told of once, until they are far enough away again. */
export class Crossings {
  readonly #ws: Workspace
  readonly #beyond: ReadonlySet<string>

  constructor(ws: Workspace, people: readonly number[]) {
    this.#ws = ws
    this.#beyond = new Set(crossedOfPeople(ws.db, people).map(({ rule, person }) => keyOf(rule, person)))
  }

  /** True where they are beyond it now and were not. To be asked once of a rule and a person. */
  settle({ number }: CrossingRule, person: number, crossing: Crossing): boolean {
    if (crossing === null) return false
    const isBeyond = this.#beyond.has(keyOf(number, person))
    if (crossing === 'left' && isBeyond) deleteCrossed(this.#ws.db, number, person)
    if (crossing === 'left' || isBeyond) return false
    insertCrossed(this.#ws.db, number, person)
    return true
  }
}

function keyOf(rule: number, person: number): string {
  return `${rule} ${person}`
}
