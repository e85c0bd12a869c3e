import type { Fact } from '../fact.ts'
import type { History } from '../history.ts'
import type { Involvement } from '../involvement.ts'
import { handRaisesOf } from '../rules/interest.ts'
import { buyingTopics, maySay } from '../said.ts'
import { isStaff } from '../standing.ts'
import type { SignKind } from './kind.ts'

/**
 * Something that an alert may be raised on. `about` tells it from others of its kind and person: the webinar, or the
 * fact. `fact` is what triggered it; `seenMs` is what was seen of the webinar, `topics` what of buying was spoken of.
 */
export interface Sign {
  readonly kind: SignKind
  readonly at: number
  readonly fact: string
  readonly about: string
  readonly webinar: string | null
  readonly seenMs?: number
  readonly topics?: readonly string[]
}

/**
 * What a person's facts say that does not depend on what was known before, as of the history's moment and since another,
 * in order of time: any order of arrival gives the same. Staff give no signs. Crossings and surges are told by the card
 * (crossing.ts).
 */
export function signsOf(history: History, kinds: ReadonlySet<SignKind>, since: number): Sign[] {
  if (isStaff(history)) return []
  const signs: Sign[] = []
  for (const involvement of history.involvements) {
    if (involvement.isStaff(history.addresses)) continue
    for (const kind of IN_WEBINARS) {
      const sign = kinds.has(kind) ? inWebinar[kind](involvement, history) : null
      if (sign) signs.push({ kind, about: involvement.webinar.id, webinar: involvement.webinar.id, ...sign })
    }
    if (kinds.has('target_account')) signs.push(...appearances(involvement))
  }
  if (kinds.has('raises_hand')) signs.push(...handsRaised(history))
  if (kinds.has('asks_to_buy')) signs.push(...askedToBuy(history, since))
  return signs.filter(({ at }) => at >= since && at <= history.asOf).sort((a, b) => a.at - b.at)
}

const IN_WEBINARS = ['joins_live', 'attended', 'watches_replay'] as const
type Found = Pick<Sign, 'at' | 'fact' | 'seenMs'> | null

const inWebinar: Record<(typeof IN_WEBINARS)[number], (involvement: Involvement, history: History) => Found> = {
  joins_live: (involvement) => {
    const first = firstStay(involvement)
    return first && { at: first.from, fact: first.facts[0]! }
  },
  attended: (involvement, { asOf }) => {
    const { endsAt } = involvement.webinar
    const first = firstStay(involvement)
    const seenMs = involvement.attendance.liveMs(asOf)
    return first && endsAt !== null && endsAt <= asOf && seenMs > 0
      ? { at: endsAt, fact: first.facts[0]!, seenMs }
      : null
  },
  watches_replay: ({ facts, attendance }) => {
    const first = facts.find(({ type }) => type === 'replay.watched')
    return first && attendance.replayEvidence() !== null
      ? { at: first.time, fact: first.id, seenMs: attendance.replayMs() }
      : null
  },
}

/** That somebody registered, and that they came. */
function appearances(involvement: Involvement): Sign[] {
  const { id } = involvement.webinar
  const own = { kind: 'target_account', webinar: id } as const
  const registered = involvement.facts.find(({ type }) => type === 'person.registered')
  const first = firstStay(involvement)
  return [
    ...(registered ? [{ ...own, at: registered.time, fact: registered.id, about: `${id} registered` }] : []),
    ...(first ? [{ ...own, at: first.from, fact: first.facts[0]!, about: id }] : []),
  ]
}

/** The first stay that began while the room was open. */
function firstStay({ stays, webinar }: Involvement) {
  return stays.find(({ from }) => webinar.running.some((run) => run.from <= from && from < run.to)) ?? null
}

const FORMS = ['contact', 'quote', 'demo_request']

/** Meetings, and the forms that a rule of the model takes for a raised hand; without such a rule those that mostly are. */
function handsRaised(history: History): Sign[] {
  const rules = history.model.rulesOf('hand_raised')
  const facts = rules.length > 0 ? rules.flatMap((rule) => handRaisesOf(rule, history)) : asked(history)
  const known = new Map(facts.map((fact) => [fact.id, fact]))
  return [...known.values()].map((fact) => ofFact('raises_hand', fact, history))
}

function asked(history: History): Fact[] {
  const forms = history.of('form.submitted').filter(({ data }) => FORMS.includes(data.form.kind))
  return [...forms, ...history.of('meeting.booked')]
}

function askedToBuy(history: History, since: number): Sign[] {
  const { buyingIn } = history.model
  if (!buyingIn) return []
  return history.facts.flatMap((fact) => {
    if (fact.time < since || !maySay(fact)) return []
    const topics = buyingTopics(fact, buyingIn)
    return topics.length > 0 ? [{ ...ofFact('asks_to_buy', fact, history), topics }] : []
  })
}

function ofFact(kind: SignKind, fact: Fact, history: History): Sign {
  const webinar = fact.webinar ?? history.webinarOf(fact) ?? null
  return { kind, at: fact.time, fact: fact.id, about: fact.id, webinar }
}
