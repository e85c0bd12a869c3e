import type { CompiledModel } from '../domain/compile.ts'
import { beginOf, type Fact } from '../domain/fact.ts'
import { fitPointsOf } from '../domain/fit.ts'
import { explain } from '../domain/messages.ts'
import { Refused } from '../domain/refusal.ts'
import { evidenceOfWatch } from '../domain/replay.ts'
import { maySay } from '../domain/said.ts'
import { type Scorecard, score } from '../domain/score.ts'
import { findKey, idOfKey } from '../store/person-keys.ts'
import { type AskedMoment, type MomentQuery, momentAnswered, readAskedMoment } from './asked-moment.ts'
import { nameOf, rankedEmail } from './card-rows.ts'
import { compiledModel } from './live-models.ts'
import { momentOf } from './moment.ts'
import type { NumberedPersonFacts, PersonFacts } from './person-facts.ts'
import { bytesOfPersonId, personId } from './person-id.ts'
import { visitedWebinars } from './visited-webinars.ts'
import { wordsOf } from './words-said.ts'
import type { Workspace } from './workspace.ts'

export type PersonQuery = MomentQuery

interface AskedPerson extends PersonFacts {
  id: string
  model: CompiledModel
  moment: AskedMoment
}

export type ShownPerson = ReturnType<typeof shown>

/**
 * A person with score, ledger, webinars and everything that happened, newest first, as of a moment and under a version
 * of the model. `movedTo`: the person was merged and has another id now. Throws `Refused('not_found')`, `('invalid')`.
 */
export function showPerson(ws: Workspace, id: string, query: PersonQuery = {}): ShownPerson | { movedTo: string } {
  const asked = askedPerson(ws, id, query)
  return 'movedTo' in asked ? asked : shown(asked)
}

/** What is known of the person who is asked for, the moment and the model. Refuses as `showPerson` does. */
export function askedPerson(ws: Workspace, id: string, query: PersonQuery): AskedPerson | { movedTo: string } {
  const bytes = bytesOfPersonId(id)
  const key = bytes ? findKey(ws.db, bytes) : undefined
  if (!key) throw notFound(id)
  const moment = readAskedMoment(ws, query)
  const person = moment.known.personOfKey(key.number)
  const own = personId(idOfKey(ws.db, person))
  const [{ facts, webinars, fault }] = moment.known.peopleFacts([person]) as [NumberedPersonFacts]
  if (fault !== null) throw fault
  if (facts.length === 0) throw notFound(id)
  if (own !== id) return { movedTo: own }
  return { facts, webinars, id, model: compiledModel(ws, moment.version), moment }
}

function shown({ id, facts, webinars, model, moment }: AskedPerson) {
  const { asOf, version: modelVersion } = moment
  const card = score(model, facts, webinars, asOf)
  const {
    company = null,
    jobTitle = null,
    country = null,
    phone = null,
    industry = null,
    employees = null,
  } = card.profile
  return {
    person: {
      id,
      email: rankedEmail(card) || null,
      name: nameOf(card),
      /** Nobody gave a name: this one was shown in the room. */
      nameFromRoom: card.roomName !== null,
      ...{ company, jobTitle, country, phone, industry, employees },
      attributes: card.profile.attributes ?? {},
      addresses: [...card.addresses],
    },
    scorecard: { ...scorecardOf(model, card), modelVersion, ...momentAnswered(moment) },
    webinars: visitedWebinars(card, webinars, asOf),
    timeline: facts
      .filter((fact) => beginOf(fact) <= asOf)
      .sort((a, b) => b.time - a.time || (a.id < b.id ? 1 : -1))
      .map(happened(model)),
  }
}

function scorecardOf(model: CompiledModel, card: Scorecard) {
  const { score, webinarPoints, stage, grade, temperature, velocity, surge, brandSeconds } = card
  const fitPoints = fitPointsOf(model, card.ledger)
  return {
    ...{ engagement: score - fitPoints, fitPoints },
    ...{ score, webinarPoints, stage, grade, temperature, velocity, surge, brandSeconds },
    warnings: [...card.warnings],
    lastActivityAt: momentOf(card.lastActivityAt),
    changesAt: momentOf(card.changesAt),
    ledger: card.ledger.map((line) => ({
      rule: line.rule,
      points: line.points,
      at: momentOf(line.at),
      webinarId: line.webinar ?? null,
      /** A sentence; `message` and `params` are what a screen translates. */
      reason: explain(line),
      message: line.reason,
      params: line.params ?? {},
      facts: [...line.facts],
    })),
  }
}

function happened(model: CompiledModel) {
  return (fact: Fact) => {
    const { id, type, time, webinar } = fact
    const said = maySay(fact) ? wordsOf(fact, model) : []
    const buying = said.flatMap(({ buying }) => buying.map(({ topic, word }) => ({ topic, word })))
    return { fact: id, type, at: momentOf(time), webinarId: webinar ?? null, data: dataOf(fact), said, buying }
  }
}

/** What a fact holds; of a viewing also how exactly it is known. */
function dataOf({ type, data }: Fact): object {
  if (type !== 'replay.watched' && type !== 'video.watched') return data
  const evidence = evidenceOfWatch(data)
  return evidence === null ? data : { ...data, evidence }
}

function notFound(id: string): Refused {
  return new Refused('not_found', `There is no person "${id}"`, { field: 'id' })
}
