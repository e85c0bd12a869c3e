import { canonicalJson } from '../domain/fact.ts'
import { isStayKey, type PersonKey } from '../domain/identity.ts'
import { Refused } from '../domain/refusal.ts'
import type { Statement } from '../domain/statement.ts'
import { insertAskedFact, insertQuietFact } from '../store/alerts.ts'
import { bytesOf } from '../store/db.ts'
import { factId, stayOf } from '../store/fact-id.ts'
import { isWebinarLevel, numberOfType, typeOfNumber } from '../store/fact-type.ts'
import { type FactRow, findFact, insertConflict, insertFact, insertFactWas, replaceFact } from '../store/facts.ts'
import { type KeyRow, personOfKey, textOfKey } from '../store/person-keys.ts'
import { findTie } from '../store/stay-ties.ts'
import { nameOfNumber } from '../store/webinar-names.ts'
import { type Changes, makeDue, noChanges, touchSeries } from './changes.ts'
import { mention } from './mention.ts'
import { resolveName, storedName } from './resolve-name.ts'
import { resolvePerson } from './resolve-person.ts'
import { hasId, resolveStay } from './resolve-stay.ts'
import type { Workspace } from './workspace.ts'

/** How many statements were new, known already, or other contents under a known id. */
export interface Ingested {
  accepted: number
  duplicate: number
  conflicting: number
}

type Content = Omit<FactRow, 'number' | 'id'>

/**
 * Stores what a source says as facts and makes due what it concerns. To be called inside a transaction.
 * Any order and number of repetitions of the same statements ends in the same facts and people.
 * `isQuiet`: no alert may follow from it, for it is an import or a backfill. `isAsked`: somebody asked for those that do,
 * however old what it says is.
 * Throws `Refused('invalid')`, before anything is stored, for a webinar named by an id that Ripen does not know.
 */
export function ingest(
  ws: Workspace,
  statements: readonly Statement[],
  receivedAt: number,
  { isQuiet = false, isAsked = false } = {},
): Ingested {
  for (const statement of statements) check(ws, statement)
  const changes = noChanges(receivedAt, isQuiet ? 'quiet' : isAsked ? 'asked' : 'usual')
  const ingested: Ingested = { accepted: 0, duplicate: 0, conflicting: 0 }
  for (const statement of statements) {
    const one = statement.type === 'webinar.mentioned' ? takeMention : take
    ingested[one(ws, statement, receivedAt, changes)]++
  }
  makeDue(ws, changes)
  return ingested
}

function check(ws: Workspace, { id, time, webinar }: Statement): void {
  if (!Number.isSafeInteger(time))
    throw new Refused('invalid', `The time of "${id}" is no whole number of milliseconds`)
  if (webinar) storedName(ws, webinar)
}

/** Nearly every delivery mentions its webinar in the same words as the one before: those are known at once. */
function takeMention(ws: Workspace, statement: Statement, receivedAt: number, changes: Changes): keyof Ingested {
  const { mentions } = ws.remembered
  const { platform, platformId, instance = '', slot = '' } = statement.webinar!
  const name = `${platform} ${platformId} ${instance} ${slot}`
  if (isEqual(mentions.get(name), statement)) return 'duplicate'
  const taken = take(ws, statement, receivedAt, changes)
  mentions.set(name, statement)
  return taken
}

function take(ws: Workspace, statement: Statement, receivedAt: number, changes: Changes): keyof Ingested {
  const stay = statement.connection === undefined ? null : stayOf(statement.connection)
  const id = factId(statement.id, stay)
  const name = statement.webinar ? resolveName(ws, statement.webinar, changes) : null
  const own = resolvePerson(ws, statement, changes)
  const human = stay && resolveStay(ws, statement, stay, own?.number ?? null, changes)
  const stored = human ? human.stored.find((fact) => hasId(fact, id)) : findFact(ws.db, id)
  const content: Content = {
    key: human ? human.key : (own?.number ?? tieOf(ws, stored)),
    name,
    type: numberOfType(statement.type),
    time: statement.time,
    received_after: receivedAt - statement.time,
    data: jsonOf(bareData(statement)),
    profile: jsonOf(statement.profile),
  }
  if (stored && isSame(stored, content)) return 'duplicate'
  if (stored) return settle(ws, stored, content, stay !== null, receivedAt, changes)
  touch(ws, content, changes)
  insertFact(ws.db, { id, ...content })
  if (changes.telling === 'quiet') insertQuietFact(ws.db, findFact(ws.db, id)!.number)
  if (changes.telling === 'asked') insertAskedFact(ws.db, findFact(ws.db, id)!.number)
  concern(ws, content, changes, own)
  return 'accepted'
}

/** The key that somebody gave to a fact of no stay whose own content names nobody. */
function tieOf({ db }: Workspace, stored: FactRow | undefined): number | null {
  return stored && stored.key !== null ? (findTie(db, bytesOf(stored.id))?.key ?? null) : null
}

/** Of two contents under one id the greater by (time, canonical JSON) counts, the other is kept beside it. */
function settle(
  ws: Workspace,
  stored: FactRow,
  content: Content,
  ofStay: boolean,
  receivedAt: number,
  changes: Changes,
): keyof Ingested {
  const [before, now] = [contentOf(ws, stored, ofStay), contentOf(ws, content, ofStay)]
  const counts = content.time !== stored.time ? content.time > stored.time : now > before
  if (!counts) return insertConflict(ws.db, stored.number, now, receivedAt) ? 'conflicting' : 'duplicate'
  for (const row of [stored, content]) touch(ws, row, changes)
  insertConflict(ws.db, stored.number, before, stored.time + stored.received_after)
  if (stored.key !== content.key || stored.name !== content.name) insertFactWas(ws.db, stored, receivedAt)
  replaceFact(ws.db, stored.number, content)
  for (const row of [stored, content]) concern(ws, row, changes)
  return 'conflicting'
}

function touch(ws: Workspace, { type, name }: Content, changes: Changes): void {
  if (name === null || !isWebinarLevel(typeOfNumber(type))) return
  const { platform, platformId } = nameOfNumber(ws.db, name)
  touchSeries(ws, changes, platform, platformId)
}

function concern(
  ws: Workspace,
  { key, name, type, time }: Content,
  changes: Changes,
  known: KeyRow | null = null,
): void {
  if (key === null) {
    if (name !== null && !isWebinarLevel(typeOfNumber(type))) changes.rooms.set(name, time)
    return
  }
  changes.people.add(known?.number === key ? known.person : personOfKey(ws.db, key))
  if (name !== null) mention(ws, name, key)
}

/** Whose a stay's fact is follows from the whole stay and is no part of the content. */
function isSame(a: Content, b: Content): boolean {
  return (
    a.key === b.key &&
    a.name === b.name &&
    a.type === b.type &&
    a.time === b.time &&
    a.data === b.data &&
    a.profile === b.profile
  )
}

function contentOf(ws: Workspace, { key, name, type, time, data, profile }: Content, ofStay: boolean): string {
  return canonicalJson({
    type: typeOfNumber(type),
    time,
    person: ofStay || key === null ? undefined : namedBy(textOfKey(ws.db, key)),
    webinar: name === null ? undefined : nameOfNumber(ws.db, name),
    data: data === null ? undefined : JSON.parse(data),
    profile: profile === null ? undefined : JSON.parse(profile),
  })
}

/** What somebody said of a fact is no part of its content. */
function namedBy(key: PersonKey): PersonKey | undefined {
  return isStayKey(key) ? undefined : key
}

/** Whether two values are the same as JSON. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => isEqual(a[name as never], b[name as never]))
}

/** What a statement says beyond what its webinar's name says already. */
function bareData({ type, data, webinar }: Statement): object {
  if ((type !== 'webinar.joined' && type !== 'webinar.left') || data.uuid !== webinar?.instance) return data
  const { uuid: _, ...rest } = data
  return rest
}

/** Canonical, so that equal contents are equal texts; nothing for nothing. */
function jsonOf(value: object | undefined): string | null {
  const json = value === undefined ? '{}' : canonicalJson(value)
  return json === '{}' ? null : json
}
