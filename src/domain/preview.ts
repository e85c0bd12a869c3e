import { FirstOf } from './first-of.ts'
import { isBeyond, STAGES, type Stage } from './stage.ts'

/** How somebody stands under one model. `staff`: at a domain of the company's own, so in no ranking and no funnel. */
export interface Placed {
  readonly score: number
  readonly stage: Stage
  readonly staff: boolean
}

/** A line that people cross: into the accepted leads and the ripe ones, and into what lies beside the funnel. */
export const LINES = ['mql', 'sql', 'nurture', 'disqualified'] as const
export type Line = (typeof LINES)[number]

/** All who cross a line one way, counted, and the first of them by number: of those who come the hottest. */
export interface Crossing {
  readonly count: number
  readonly people: readonly number[]
}

/** What a change of the model does to everybody. People are numbers; lists hold the first, counts all of them. */
export interface Gathered {
  readonly people: number
  /** Staff under both models: left out of everything else. */
  readonly staff: number
  /** Whose score, stage or place among staff is another one. */
  readonly changed: number
  readonly lines: Readonly<Record<Line, { entered: Crossing; left: Crossing }>>
  /** Those whose score moves furthest. */
  readonly moves: readonly number[]
  /** Score -> how many people have it, before and after. */
  readonly scores: ReadonlyMap<number, readonly [before: number, after: number]>
  /** SQL or beyond, under one of the models at least. */
  readonly ripe: { readonly before: readonly number[]; readonly after: readonly number[] }
}

const STAFF = 16

/** Everybody under two models, by number; somebody may be set again when more has become known of them. */
export class Comparison {
  #scores = new Float64Array(2048)
  /** Place of the stage in STAGES plus one, plus 16 for staff; 0: nobody. */
  #stages = new Uint8Array(2048)

  set(person: number, before: Placed, after: Placed): void {
    if (person * 2 >= this.#stages.length) this.#grow(person)
    for (const [index, { score, stage, staff }] of [before, after].entries()) {
      this.#scores[person * 2 + index] = score
      this.#stages[person * 2 + index] = STAGES.indexOf(stage) + 1 + (staff ? STAFF : 0)
    }
  }

  /** Somebody who was merged into another, or cannot be scored. */
  leaveOut(person: number): void {
    if (person * 2 < this.#stages.length) this.#stages.fill(0, person * 2, person * 2 + 2)
  }

  of(person: number): { before: Placed; after: Placed } | null {
    if (!this.#stages[person * 2]) return null
    return { before: this.#placed(person * 2), after: this.#placed(person * 2 + 1) }
  }

  /** What it comes to. `most`: so many are named on each side of a line, and so many moves. */
  gathered(most: { named: number; moves: number }): Gathered {
    const [ripe, scores] = [{ before: [] as number[], after: [] as number[] }, new Map<number, [number, number]>()]
    const lines = Object.fromEntries(LINES.map((line) => [line, new Crossings(line, most.named)])) as Record<
      Line,
      Crossings
    >
    const moves = new FirstOf<[size: number, person: number]>(most.moves, (a, b) => b[0] - a[0] || a[1] - b[1])
    let [people, staff, changed] = [0, 0, 0]
    for (let person = 0; person * 2 < this.#stages.length; person++) {
      const both = this.of(person)
      if (!both) continue
      const { before, after } = both
      people++
      if (before.staff && after.staff) {
        staff++
        continue
      }
      for (const side of ['before', 'after'] as const) {
        if (both[side].staff) continue
        countIn(scores, both[side].score, side === 'before' ? 0 : 1)
        if (isOn(both[side], 'sql')) ripe[side].push(person)
      }
      if (!isChanged(before, after)) continue
      changed++
      if (before.score !== after.score) moves.add([Math.abs(after.score - before.score), person])
      for (const line of LINES) lines[line].add(person, before, after)
    }
    return { people, staff, changed, lines, moves: moves.items.map(([, person]) => person), scores, ripe }
  }

  #placed(at: number): Placed {
    const stage = this.#stages[at]!
    return { score: this.#scores[at]!, stage: STAGES[(stage % STAFF) - 1]!, staff: stage > STAFF }
  }

  #grow(person: number): void {
    const length = Math.max((person + 1) * 2, this.#stages.length * 2)
    const [scores, stages] = [new Float64Array(length), new Uint8Array(length)]
    scores.set(this.#scores)
    stages.set(this.#stages)
    this.#scores = scores
    this.#stages = stages
  }
}

/** Who crosses one line, both ways. */
class Crossings {
  readonly entered: Side
  readonly left: Side
  readonly #line: Line

  constructor(line: Line, most: number) {
    this.#line = line
    this.entered = new Side(most)
    this.left = new Side(most)
  }

  add(person: number, before: Placed, after: Placed): void {
    const [was, is] = [isOn(before, this.#line), isOn(after, this.#line)]
    if (is && !was) this.entered.add(after.score, person)
    if (was && !is) this.left.add(before.score, person)
  }
}

class Side implements Crossing {
  count = 0
  readonly #first: FirstOf<[score: number, person: number]>

  constructor(most: number) {
    this.#first = new FirstOf(most, (a, b) => b[0] - a[0] || a[1] - b[1])
  }

  get people(): readonly number[] {
    return this.#first.items.map(([, person]) => person)
  }

  add(score: number, person: number): void {
    this.count++
    this.#first.add([score, person])
  }
}

/** MQL and SQL mean there or further down the funnel; of staff nobody is anywhere. */
function isOn({ stage, staff }: Placed, line: Line): boolean {
  if (staff) return false
  return line === 'mql' || line === 'sql' ? isBeyond(stage, line) : stage === line
}

function isChanged(before: Placed, after: Placed): boolean {
  return before.score !== after.score || before.stage !== after.stage || before.staff !== after.staff
}

function countIn(scores: Map<number, [number, number]>, score: number, side: 0 | 1): void {
  const counts = scores.get(score) ?? [0, 0]
  counts[side]++
  scores.set(score, counts)
}
