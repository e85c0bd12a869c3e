import type { EventType } from '../../domain/alert/event.ts'
import type { CompiledModel } from '../../domain/compile.ts'
import { type CompiledSegment, compileSegment, type SegmentPerson, type SegmentStanding } from '../../domain/segment.ts'
import type { SegmentFilters } from '../../domain/segment-filters.ts'
import type { CardRow } from '../../store/cards.ts'
import { webinarIdOf } from '../../store/replays.ts'
import { allSegments } from '../../store/segments.ts'
import { stageOfNumber, temperatureOfNumber } from '../../store/stage.ts'
import type { StandingRow } from '../../store/standings.ts'
import { withWebinarOfNow } from '../people/search.ts'
import type { Workspace } from '../workspace.ts'
import { listeners, tellEvent } from './events.ts'

interface Watched {
  readonly id: string
  readonly name: string
  readonly segment: CompiledSegment
}

/** What is stored of somebody. */
interface Stored {
  readonly card: CardRow | null
  readonly standings: readonly StandingRow[]
}

const kinds: readonly EventType[] = ['segment.entered', 'segment.left']

/**
 * Tells who enters a saved segment or leaves it when their card or standings become others. Who leaves by the mere passing
 * of time is told of when they are next scored; who does by a change of the segment is not.
 */
export class SegmentMoves {
  readonly #ws: Workspace
  readonly #segments: readonly Watched[]
  readonly #now: number
  readonly #ids = new Map<number, string>()

  constructor(ws: Workspace, model: CompiledModel, now: number) {
    this.#ws = ws
    this.#now = now
    const isHeard = listeners(ws).some(({ events }) => kinds.some((kind) => events.has(kind)))
    this.#segments = isHeard
      ? allSegments(ws.db).map(({ id, name, filters }) => watched(ws, model, id, name, filters))
      : []
  }

  /** `person`: their id as it goes out; `lastFact`: the newest that is known of them. */
  look(person: string, lastFact: string, before: Stored, after: Stored): void {
    for (const { id, name, segment } of this.#segments) {
      const [was, is] = [this.#isIn(segment, before), this.#isIn(segment, after)]
      if (was === is) continue
      const { score = null, email = '', name: who = null, company = null } = after.card ?? {}
      const about = `${id} ${person} ${lastFact} ${before.card?.score ?? ''} ${score}`
      tellEvent(this.#ws, is ? 'segment.entered' : 'segment.left', about, {
        segment: { id, name },
        person: { id: person, email: email || null, name: who, company },
        score,
        stage: after.card ? stageOfNumber(after.card.stage) : null,
      })
    }
  }

  #isIn(segment: CompiledSegment, { card, standings }: Stored): boolean {
    if (!card) return false
    const known = segment.needsStandings ? standings.map((row) => this.#standingOf(row)) : []
    return segment.has(personOf(card), known, this.#now)
  }

  #standingOf({ webinar, registered, attended, replayed, no_show, buying }: StandingRow): SegmentStanding {
    const id = this.#ids.get(webinar) ?? webinarIdOf(this.#ws.db, webinar) ?? ''
    this.#ids.set(webinar, id)
    return {
      webinar: id,
      ...{
        registered: registered === 1,
        attended: attended === 1,
        replayed: replayed === 1,
        noShow: no_show === 1,
        buying,
      },
    }
  }
}

function watched(ws: Workspace, model: CompiledModel, id: string, name: string, filters: string): Watched {
  const asked = withWebinarOfNow(ws, JSON.parse(filters) as SegmentFilters)
  return { id, name, segment: compileSegment(asked, model.model) }
}

function personOf({
  score,
  stage,
  temperature,
  grade,
  email,
  name,
  company,
  last_at,
  no_mail,
  staff,
}: CardRow): SegmentPerson {
  return {
    ...{ score, grade, email, name, company },
    stage: stageOfNumber(stage),
    temperature: temperatureOfNumber(temperature),
    lastActivityAt: last_at,
    wantsNoMail: no_mail === 1,
    isStaff: staff === 1,
  }
}
