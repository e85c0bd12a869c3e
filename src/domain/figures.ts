import { type FunnelPerson, funnelOf } from './funnel.ts'

export const FIGURES = ['registrants', 'attendees', 'stayed', 'averageMinutes', 'questions', 'mqls', 'sqls'] as const

/** With fewer webinars to compare with, a median says nothing. */
const FEWEST = 3

/** People of a webinar who are alike, and what they come to together. */
export interface CountedPeople extends FunnelPerson {
  readonly people: number
  readonly stayed: number
  readonly liveMs: number
  readonly questions: number
}

/** A headline figure; null where there is nothing to count. `share`, 0 to 1: of those of whom it is a part. */
export interface Figure {
  readonly key: (typeof FIGURES)[number]
  readonly value: number | null
  readonly share: number | null
}

export interface ComparedFigure extends Figure {
  readonly median: { value: number; share: number | null } | null
}

/** All figures of a webinar, in the order in which they are shown. */
export function figuresOf(people: readonly CountedPeople[]): Figure[] {
  const { steps, attendance } = funnelOf(people)
  const attendees = people.filter(({ attended }) => attended)
  const came = sum(attendees.filter(({ registered }) => registered).map((row) => row.people))
  const stayed = sum(attendees.map((row) => row.stayed))
  const minutes = sum(attendees.map(({ liveMs }) => liveMs)) / 60_000
  const reached = (stage: 'mql' | 'sql') => steps.find((step) => step.stage === stage)!.count
  const values: Record<Figure['key'], [value: number | null, share: number | null]> = {
    registrants: [attendance.registrants, null],
    attendees: [attendance.attendees, ratio(came, attendance.registrants)],
    stayed: [stayed, ratio(stayed, attendance.attendees)],
    averageMinutes: [ratio(minutes, attendance.attendees), null],
    questions: [sum(people.map(({ questions }) => questions)), null],
    mqls: [reached('mql'), ratio(reached('mql'), steps[0]!.count)],
    sqls: [reached('sql'), ratio(reached('sql'), steps[0]!.count)],
  }
  return FIGURES.map((key) => ({ key, value: values[key][0], share: values[key][1] }))
}

/** The figures of a webinar beside the median of ended ones; only those to which somebody came are compared with. */
export function compareFigures(
  own: readonly Figure[],
  ended: readonly (readonly Figure[])[],
): { figures: ComparedFigure[]; medianOf: number } {
  const others = ended.filter((figures) => figures.some(({ key, value }) => key === 'attendees' && value! > 0))
  const figures = own.map((figure) => {
    const same = others.map((each) => each.find(({ key }) => key === figure.key)!)
    const value = others.length < FEWEST ? null : medianOf(same.map(({ value }) => value))
    return { ...figure, median: value === null ? null : { value, share: medianOf(same.map(({ share }) => share)) } }
  })
  return { figures, medianOf: others.length }
}

/** Of an even number the mean of the two in the middle; unknown values are left out. */
function medianOf(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
