import { isBeyond, type Stage } from './stage.ts'

/** What the funnel asks of one person of a webinar, or of so many `people` who are alike in it. */
export interface FunnelPerson {
  readonly people?: number
  readonly stage: Stage
  readonly registered: boolean
  readonly attended: boolean
  readonly replayed: boolean
  readonly noShow: boolean
  /** Seen for more than 0 seconds live, or watched on demand. */
  readonly tookPart: boolean
}

export interface FunnelStep {
  readonly stage: Stage
  readonly count: number
  /** Of the first step, 0 to 1; null when nobody is there. */
  readonly share: number | null
  /** Of the step before. */
  readonly shareOfBefore: number | null
}

export interface FunnelAttendance {
  readonly registrants: number
  readonly attendees: number
  readonly noShows: number
  readonly replayOnly: number
}

export const FUNNEL_STEPS = ['registrant', 'lead', 'mql', 'sql', 'opportunity', 'customer'] as const satisfies Stage[]
export type FunnelStage = (typeof FUNNEL_STEPS)[number]

/**
 * Registered or took part -> took part (live or on replay) -> MQL or beyond -> SQL or beyond -> opportunity -> customer,
 * each within the one before.
 */
export function funnelOf(people: Iterable<FunnelPerson>): { steps: FunnelStep[]; attendance: FunnelAttendance } {
  const counts = FUNNEL_STEPS.map(() => 0)
  const attendance = { registrants: 0, attendees: 0, noShows: 0, replayOnly: 0 }
  for (const person of people) {
    const { people: alike = 1 } = person
    if (person.registered) attendance.registrants += alike
    if (person.attended) attendance.attendees += alike
    if (person.noShow) attendance.noShows += alike
    if (person.replayed && !person.attended) attendance.replayOnly += alike
    for (let step = reachOf(person); step >= 0; step--) counts[step]! += alike
  }
  return { steps: FUNNEL_STEPS.map((stage, index) => stepOf(stage, counts, index)), attendance }
}

/** Whether a person is counted in a step of the funnel. */
export function hasReached(person: FunnelPerson, step: FunnelStage): boolean {
  return reachOf(person) >= FUNNEL_STEPS.indexOf(step)
}

/** The last step that a person reached; -1: not in the funnel. */
function reachOf({ registered, attended, tookPart, stage }: FunnelPerson): number {
  if (!registered && !attended && !tookPart) return -1
  if (!tookPart) return 0
  const further = FUNNEL_STEPS.slice(2).filter((step) => isBeyond(stage, step)).length
  return 1 + further
}

function stepOf(stage: Stage, counts: readonly number[], index: number): FunnelStep {
  const count = counts[index]!
  return { stage, count, share: ratio(count, counts[0]!), shareOfBefore: ratio(count, counts[Math.max(0, index - 1)]!) }
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}
