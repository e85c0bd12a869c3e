import { type Activity, activitiesOf, leadSince } from './activity.ts'
import { addressesOf, domainOf } from './address.ts'
import type { CompiledModel } from './compile.ts'
import { beginOf, canonicalFacts, type Fact, type FactOf, type FactType } from './fact.ts'
import { Involvement } from './involvement.ts'
import { type Kinds, kindsIn } from './kinds.ts'
import { Moments } from './moments.ts'
import { addTo, FEW } from './order.ts'
import { type Profile, profileOf } from './profile.ts'
import { type Visit, visitsOf } from './visit.ts'
import type { Webinar } from './webinar.ts'

/** To which webinar an act belongs, and whether it was done while the webinar ran, in the days after it, or else. */
export interface Belonging {
  readonly webinar: Webinar
  readonly when: 'during' | 'after' | 'other'
}

/** All that is known of one person as of a moment, arranged for the rules. Facts of later moments are not there. */
export class History {
  readonly model: CompiledModel
  readonly asOf: number
  readonly facts: readonly Fact[]
  readonly webinars: ReadonlyMap<string, Webinar>
  readonly moments: Moments
  /** One for each webinar that a fact names. */
  readonly involvements: readonly Involvement[]
  readonly visits: readonly Visit[]
  /** E-mail address -> since when it is known. */
  readonly addresses: ReadonlyMap<string, number>
  private readonly kinds: Kinds
  /** Null where there are so few facts that looking through them is faster. */
  private readonly byType: Map<FactType, Fact[]> | null
  private answers: Profile | undefined
  private known: readonly string[] | undefined
  private active: readonly Activity[] | undefined
  private lead: number | null | undefined
  private followed: Map<string, Visit[]> | undefined

  constructor(model: CompiledModel, facts: Iterable<Fact>, webinars: ReadonlyMap<string, Webinar>, asOf: number) {
    this.model = model
    this.asOf = asOf
    this.webinars = webinars
    this.moments = new Moments(asOf)
    this.facts = this.begun(canonicalFacts(facts))
    this.kinds = kindsIn(this.facts)
    this.byType = this.facts.length > FEW ? groupedByType(this.facts) : null
    this.addresses = addressesOf(this.facts)
    this.involvements = this.involve()
    const { visits, closesAt } = visitsOf(this.of('visit.ended'), this.of('page.viewed'), model.visitGapMs, asOf)
    this.visits = visits
    this.moments.maybe(closesAt)
  }

  of<T extends FactType>(type: T): readonly FactOf<T>[] {
    const found = this.byType ? (this.byType.get(type) ?? none) : pick(this.facts, type)
    return found as unknown as readonly FactOf<T>[]
  }

  /** Whether there is a fact of any of these kinds. */
  hasAny(kinds: Kinds): boolean {
    return (this.kinds & kinds) !== 0
  }

  /** The person's answers; worked out when first asked for, as are those below. */
  get profile(): Profile {
    this.answers ??= profileOf(this.facts)
    return this.answers
  }

  /** The mail domains of the addresses, in the same order. */
  get domains(): readonly string[] {
    this.known ??= [...this.addresses.keys()].map(domainOf)
    return this.known
  }

  get activities(): readonly Activity[] {
    this.active ??= activitiesOf(this)
    return this.active
  }

  /** Since when the person is a lead; null: is none. */
  get leadSince(): number | null {
    if (this.lead === undefined) this.lead = leadSince(this)
    return this.lead
  }

  /** Visits after a webinar, by the id of the webinar that they belong to. */
  get visitsAfter(): ReadonlyMap<string, readonly Visit[]> {
    if (this.followed) return this.followed
    this.followed = new Map()
    for (const visit of this.visits) {
      const belonging = this.belongingOf(visit)
      if (belonging?.when === 'after') addTo(this.followed, belonging.webinar.id, visit)
    }
    return this.followed
  }

  /** The webinar that an act names, else the latest one that ended before it and that the person had to do with. */
  belongingOf(act: { time: number; webinar?: string }): Belonging | null {
    const named = act.webinar ? this.webinars.get(act.webinar) : undefined
    const webinar = named ?? followedAt(this.involvements, act.time)
    if (!webinar) return null
    const during = named?.running.some(({ from, to }) => from <= act.time && act.time <= to)
    const end = webinar.endsAt
    const after = end !== null && act.time > end && act.time <= end + this.model.followUpMs
    return { webinar, when: during ? 'during' : after ? 'after' : 'other' }
  }

  /** The webinar whose points an act of the person carries; null when it follows none. */
  webinarOf(act: { time: number; webinar?: string }): string | undefined {
    const belonging = this.belongingOf(act)
    return belonging && belonging.when !== 'other' ? belonging.webinar.id : undefined
  }

  private begun(facts: readonly Fact[]): readonly Fact[] {
    let all = true
    for (const fact of facts) {
      const begin = beginOf(fact)
      if (begin <= this.asOf) continue
      this.moments.maybe(begin)
      all = false
    }
    return all ? facts : facts.filter((fact) => beginOf(fact) <= this.asOf)
  }

  private involve(): Involvement[] {
    const involvements: Involvement[] = []
    for (const { webinar, facts } of groupedByWebinar(this.facts, this.webinars)) {
      involvements.push(new Involvement(this.model, webinar, facts))
    }
    for (const replay of this.of('replay.watched')) {
      const followed = replay.webinar ? null : followedAt(involvements, replay.time)
      if (!followed) continue
      const at = involvements.findIndex(({ webinar }) => webinar === followed)
      involvements[at] = new Involvement(this.model, followed, [...involvements[at]!.facts, replay])
    }
    return involvements
  }
}

const none: readonly never[] = []

function groupedByType(facts: readonly Fact[]): Map<FactType, Fact[]> {
  const byType = new Map<FactType, Fact[]>()
  for (const fact of facts) addTo(byType, fact.type, fact)
  return byType
}

interface OfWebinar {
  webinar: Webinar
  facts: Fact[]
}

/** Facts by the known webinar that they name, the first named first. Neighbours mostly name the same one. */
function groupedByWebinar(facts: readonly Fact[], webinars: ReadonlyMap<string, Webinar>): OfWebinar[] {
  const groups: OfWebinar[] = []
  let group: OfWebinar | undefined
  for (const fact of facts) {
    if (!fact.webinar) continue
    if (group?.webinar.id !== fact.webinar) {
      const webinar = webinars.get(fact.webinar)
      if (!webinar) continue
      group = groups.find((known) => known.webinar === webinar) ?? { webinar, facts: [] }
      if (group.facts.length === 0) groups.push(group)
    }
    group.facts.push(fact)
  }
  return groups
}

function pick(facts: readonly Fact[], type: FactType): readonly Fact[] {
  let found: Fact[] | null = null
  for (const fact of facts) {
    if (fact.type !== type) continue
    if (found) found.push(fact)
    else found = [fact]
  }
  return found ?? none
}

/** The latest webinar that ended before a moment and that the person had by then registered for or taken part in. */
function followedAt(involvements: readonly Involvement[], time: number): Webinar | null {
  let latest: Webinar | null = null
  for (const involvement of involvements) {
    const { id, endsAt } = involvement.webinar
    if (endsAt === null || endsAt >= time) continue
    if (latest && (endsAt < latest.endsAt! || (endsAt === latest.endsAt && id < latest.id))) continue
    if (involvement.registeredAt(time) || involvement.tookPartBy(time)) latest = involvement.webinar
  }
  return latest
}
