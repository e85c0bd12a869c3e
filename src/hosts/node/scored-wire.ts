import type { CardRow } from '../../store/cards.ts'
import type { StandingRow } from '../../store/standings.ts'
import type { ScoredPerson, ScoredRange } from '../../workspace/scored-range.ts'

/** A scored range as it goes from thread to thread: all numbers are handed over as they lie, null is NaN. */
export interface PackedRange {
  numbers: Float64Array<ArrayBuffer>
  texts: (string | null)[]
  failed: number[]
}

export function packRange({ people, failed }: ScoredRange): PackedRange {
  const numbers: number[] = []
  const texts: PackedRange['texts'] = []
  for (const { person, id, card, standings } of people) {
    numbers.push(person, standings.length, card ? 1 : 0)
    texts.push(id)
    if (card) packCard(card, numbers, texts)
    for (const standing of standings) packStanding(standing, numbers, texts)
  }
  return { numbers: Float64Array.from(numbers), texts, failed }
}

export function unpackRange({ numbers, texts, failed }: PackedRange): ScoredRange {
  const people: ScoredPerson[] = []
  let [at, text] = [0, 0]
  const number = () => numbers[at++]!
  const orNull = () => {
    const value = number()
    return Number.isNaN(value) ? null : value
  }
  const next = () => texts[text++]!
  while (at < numbers.length) {
    const [person, count, hasCard] = [number(), number(), number()]
    const id = next()
    const card = hasCard === 1 ? unpackCard(number, orNull, next) : null
    const standings: StandingRow[] = []
    for (let each = 0; each < count; each++) standings.push(unpackStanding(number, next))
    people.push({ person, id, card, standings })
  }
  return { people, failed }
}

function packCard(card: CardRow, numbers: number[], texts: PackedRange['texts']): void {
  const { score, stage, temperature, velocity, surge, changes_at, last_at, no_mail, staff } = card
  numbers.push(score, stage, temperature, velocity, surge, changes_at ?? NaN, last_at ?? NaN, no_mail, staff)
  texts.push(card.grade, card.email, card.name, card.company, card.job_title, card.search)
}

// The members of a literal are worked out in the order in which they stand, which is the order above.

function unpackCard(number: () => number, orNull: () => number | null, next: () => string): CardRow {
  return {
    score: number(),
    stage: number(),
    temperature: number(),
    velocity: number(),
    surge: number(),
    changes_at: orNull(),
    last_at: orNull(),
    no_mail: number(),
    staff: number(),
    grade: next(),
    email: next(),
    name: next(),
    company: next(),
    job_title: next(),
    search: next(),
  }
}

function packStanding(row: StandingRow, numbers: number[], texts: PackedRange['texts']): void {
  const { webinar, points_down, registered, attended, replayed, no_show, took_part } = row
  const { stayed, in_room, live_ms, questions, poll_answers, buying, detail } = row
  numbers.push(webinar, points_down, registered, attended, replayed, no_show, took_part)
  numbers.push(stayed, in_room, live_ms, questions, poll_answers, buying)
  texts.push(detail)
}

function unpackStanding(number: () => number, next: () => string): StandingRow {
  return {
    webinar: number(),
    points_down: number(),
    registered: number(),
    attended: number(),
    replayed: number(),
    no_show: number(),
    took_part: number(),
    stayed: number(),
    in_room: number(),
    live_ms: number(),
    questions: number(),
    poll_answers: number(),
    buying: number(),
    detail: next(),
  }
}
