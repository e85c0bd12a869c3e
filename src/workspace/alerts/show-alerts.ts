import { ownerOf } from '../../domain/alert/passes.ts'
import { profileOf } from '../../domain/profile.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Webinar } from '../../domain/webinar.ts'
import { stateOf } from '../../domain/webinar-state.ts'
import {
  type AlertRow,
  type AlertsAsked,
  alertsOfNumbers,
  findAlert,
  listAlerts,
  untakenAlerts,
} from '../../store/alerts.ts'
import { allChannels } from '../../store/channels.ts'
import { keysOfPeople } from '../../store/person-facts.ts'
import { findKey, personOfKey } from '../../store/person-keys.ts'
import { presencesOfPeople } from '../../store/presences.ts'
import { sendsOfAlert } from '../../store/sends.ts'
import { findWebinar } from '../find-webinar.ts'
import { compiledModel, currentVersion } from '../live-models.ts'
import { momentOf } from '../moment.ts'
import { type NamedPerson, namedPeople } from '../named-people.ts'
import { belowCursor, pageOf } from '../newest-first.ts'
import { personFacts } from '../person-facts.ts'
import { bytesOfPersonId } from '../person-id.ts'
import { numberOfWebinar } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import { ruleOf } from './message.ts'
import type { AlertDetail } from './raise.ts'
import { routesOf } from './routing.ts'

/** Which alerts are asked for; ids are those that go out, `since` ms UTC. */
export interface AlertsQuery {
  untaken?: boolean
  /** Only those that somebody of this name has taken. */
  takenBy?: string | undefined
  webinar?: string | undefined
  person?: string | undefined
  since?: number | undefined
  cursor?: string | undefined
  limit?: number
}

export type ShownAlert = ReturnType<typeof shownAlert>

/** The newest first, a page. Throws `Refused('invalid')` for a cursor that is none, `('not_found')` for a person who is none. */
export function showAlerts(ws: Workspace, query: AlertsQuery = {}) {
  const { untaken = false, takenBy = null, webinar = null, person, since = 0, cursor, limit = 50 } = query
  const asked: AlertsAsked = {
    untaken,
    takenBy,
    rule: null,
    webinar,
    people: person ? keysOf(ws, person) : null,
    since,
    limit: limit + 1,
    before: belowCursor(cursor),
  }
  const { rows, nextCursor } = pageOf(listAlerts(ws.db, asked), limit)
  return { items: rows.map((row) => shownAlert(ws, row)), nextCursor }
}

/** How many people wait, and which alert came last: cheap, for whoever asks again and again. */
export function showOpen(ws: Workspace): { untaken: number; newest: string | null } {
  return untakenAlerts(ws.db)
}

/** Throws `Refused('not_found')`. */
export function showAlert(ws: Workspace, id: string): ShownAlert {
  return shownAlert(ws, needAlert(ws, id))
}

/** Alerts by their numbers, in the order of these. */
export function showAlertsOf(ws: Workspace, numbers: readonly number[]): ShownAlert[] {
  return alertsOfNumbers(ws.db, numbers).map((row) => shownAlert(ws, row))
}

export function needAlert(ws: Workspace, id: string): AlertRow {
  const row = findAlert(ws.db, id)
  if (!row) throw new Refused('not_found', `There is no alert "${id}"`, { field: 'id' })
  return row
}

function shownAlert(ws: Workspace, row: AlertRow) {
  const { id, at, raisedAt, takenAt, takenBy } = row
  const rule = ruleOf(ws, row)
  const { score, stage, grade, topics = [] } = JSON.parse(row.detail) as AlertDetail
  return {
    ...{ id, kind: rule.on, rule: rule.name, at: momentOf(at), raisedAt: momentOf(raisedAt) },
    person: personOf(ws, row),
    webinar: webinarOf(ws, row),
    card: { score, stage, grade },
    topics: [...topics],
    owner: ownerNow(ws, row),
    taken:
      takenAt === null ? null : { at: momentOf(takenAt), by: takenBy ?? '', afterSeconds: (takenAt - raisedAt) / 1000 },
    sends: sendsShown(ws, row.number),
  }
}

/** `inRoom`: the person is there now. */
function webinarOf(ws: Workspace, row: AlertRow) {
  const webinar = row.webinar === null ? null : (findWebinar(ws, row.webinar)?.webinar ?? null)
  if (!webinar) return null
  const { id, topic, kind } = webinar
  const state = stateOf(webinar, ws.now())
  return { id, topic, kind, state, inRoom: state === 'live' && isInRoom(ws, webinar, row) }
}

function isInRoom(ws: Workspace, webinar: Webinar, { person }: AlertRow): boolean {
  const number = numberOfWebinar(ws, webinar)
  return presencesOfPeople(ws.db, currentVersion(ws), number, [personOfKey(ws.db, person)]).some(
    (presence) => presence.in_room === 1,
  )
}

/** Whom an alert is about, as they are called now. */
function personOf(ws: Workspace, { person }: Pick<AlertRow, 'person'>): NamedPerson {
  const number = personOfKey(ws.db, person)
  return namedPeople(ws, currentVersion(ws), [number]).get(number)!
}

/** Who looks after somebody: asked only where owners were named. */
function ownerNow(ws: Workspace, { person }: AlertRow): string | null {
  const routes = routesOf(ws)
  if (routes.routes.length === 0) return routes.otherwise?.owner ?? null
  const { facts } = personFacts(ws, personOfKey(ws.db, person))
  const addresses = [...new Set(facts.flatMap(({ email }) => email ?? []))]
  return ownerOf(routes, { profile: profileOf(facts), addresses }, compiledModel(ws, currentVersion(ws)))?.owner ?? null
}

function sendsShown(ws: Workspace, alert: number) {
  const channels = new Map(allChannels(ws.db).map(({ number, id, name, kind }) => [number, { id, name, kind }]))
  return sendsOfAlert(ws.db, alert).map(({ id, channel, state, dueAt, tries, endedAt, answer }) => ({
    ...{ id, channel: channels.get(channel) ?? null, state, tries, answer },
    at: momentOf(endedAt ?? dueAt),
  }))
}

function keysOf(ws: Workspace, id: string): number[] {
  const bytes = bytesOfPersonId(id)
  const key = bytes ? findKey(ws.db, bytes) : undefined
  if (!key) throw new Refused('not_found', `There is no person "${id}"`, { field: 'person' })
  return keysOfPeople(ws.db, [key.person]).map(({ number }) => number)
}
