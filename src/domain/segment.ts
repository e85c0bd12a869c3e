import { bitsOfTopics } from './buying-bits.ts'
import type { Model } from './model.ts'
import { searchText } from './search-text.ts'
import type { Part, SegmentFilters } from './segment-filters.ts'
import type { Stage, Temperature } from './stage.ts'

/** What a segment may ask of somebody: what stands on the card. `email` is normalised, '' for none; times are ms UTC. */
export interface SegmentPerson {
  readonly score: number
  readonly stage: Stage
  readonly temperature: Temperature
  readonly grade: string | null
  readonly email: string
  readonly name: string | null
  readonly company: string | null
  /** Later than now while it goes on; null: never active. */
  readonly lastActivityAt: number | null
  readonly wantsNoMail: boolean
  /** In no list. */
  readonly isStaff: boolean
}

/** What a segment may ask of somebody's part in one webinar. `buying`: topics they spoke of (buying-bits.ts). */
export interface SegmentStanding {
  readonly webinar: string
  readonly registered: boolean
  readonly attended: boolean
  readonly replayed: boolean
  readonly noShow: boolean
  readonly buying: number
}

/** A segment made ready for many people. */
export interface CompiledSegment {
  /** False: it asks nothing of the standings, which then need not be read. */
  readonly needsStandings: boolean
  /** Whether people can leave it by the mere passing of time. */
  readonly fades: boolean
  /** Whether somebody is in it at a moment, ms UTC. */
  has(person: SegmentPerson, standings: readonly SegmentStanding[], now: number): boolean
}

type Condition = (person: SegmentPerson, standings: readonly SegmentStanding[], now: number) => boolean

/** The filters as functions, under a model, whose topics of buying they name. */
export function compileSegment(filters: SegmentFilters, model: Pick<Model, 'buyingWords'>): CompiledSegment {
  const conditions = conditionsOf(filters, model)
  return {
    needsStandings: filters.webinar !== undefined || filters.buying !== undefined,
    fades: filters.activeWithinDays !== undefined,
    has: (person, standings, now) => !person.isStaff && conditions.every((holds) => holds(person, standings, now)),
  }
}

/** Whether somebody is in a segment at a moment: the same people whom the list of these filters shows. */
export function isInSegment(
  filters: SegmentFilters,
  model: Pick<Model, 'buyingWords'>,
  known: { person: SegmentPerson; standings: readonly SegmentStanding[] },
  now: number,
): boolean {
  return compileSegment(filters, model).has(known.person, known.standings, now)
}

function conditionsOf(filters: SegmentFilters, model: Pick<Model, 'buyingWords'>): Condition[] {
  const { stage, temperature, grade, minScore, maxScore, domain, webinar, attended, buying, mail } = filters
  const [q, company] = [filters.q?.toLowerCase(), filters.company?.toLowerCase()]
  const conditions: Condition[] = []
  if (stage) conditions.push((person) => stage.includes(person.stage))
  if (temperature) conditions.push((person) => temperature.includes(person.temperature))
  if (grade) conditions.push((person) => (grade as readonly string[]).includes(person.grade ?? 'none'))
  if (minScore !== undefined) conditions.push((person) => person.score >= minScore)
  if (maxScore !== undefined) conditions.push((person) => person.score <= maxScore)
  if (mail) conditions.push((person) => person.wantsNoMail === (mail === 'unwanted'))
  if (q) conditions.push(({ email, name, company }) => email.includes(q) || searchText(name, company).includes(q))
  if (company) conditions.push((person) => searchText(null, person.company).slice(1).includes(company))
  if (domain) conditions.push(({ email }) => email.endsWith(`@${domain}`) || email.endsWith(`.${domain}`))
  if (filters.activeSince !== undefined || filters.activeWithinDays !== undefined)
    conditions.push(
      ({ lastActivityAt }, _, now) => lastActivityAt !== null && lastActivityAt >= activeFrom(filters, now)!,
    )
  const bits = buying === undefined ? null : buyingBits(buying, model)
  if (webinar !== undefined)
    conditions.push((_, standings) =>
      standings.some((each) => each.webinar === webinar && hasPart(attended, each) && isOf(bits, each)),
    )
  else if (bits !== null) conditions.push((_, standings) => standings.some((each) => isOf(bits, each)))
  return conditions
}

/** Since when somebody has to have been active, ms UTC; null: that is not asked. */
export function activeFrom({ activeSince, activeWithinDays }: SegmentFilters, now: number): number | null {
  const bounds = [
    ...(activeSince === undefined ? [] : [Date.parse(activeSince)]),
    ...(activeWithinDays === undefined ? [] : [now - activeWithinDays * 86_400_000]),
  ]
  return bounds.length > 0 ? Math.max(...bounds) : null
}

/** The topics that `buying` names: all of the model where it is `true`, none where the model has no such topic. */
export function buyingBits(buying: string, model: Pick<Model, 'buyingWords'>): number {
  return bitsOfTopics(model, buying === 'true' ? model.buyingWords.map(({ id }) => id) : [buying])
}

function isOf(bits: number | null, { buying }: SegmentStanding): boolean {
  return bits === null || (bits & buying) !== 0
}

function hasPart(part: Part | undefined, { registered, attended, replayed, noShow }: SegmentStanding): boolean {
  switch (part) {
    case undefined:
      return true
    case 'yes':
      return attended
    case 'no':
      return !attended
    case 'replay':
      return replayed && !attended
    case 'watched':
      return replayed
    case 'no_show':
      return noShow
    case 'registered':
      return registered
  }
}
