import { momentAnswered } from '../asked-moment.ts'
import type { PlacedRow } from '../ranked-now.ts'
import { type RankedPerson, type RankedWhole, type WholeRanking, wholeRankingInSteps } from '../ranking.ts'
import { oneOf } from '../ranking-query.ts'
import { whoWantsNoMail } from '../who-wants-no-mail.ts'
import type { Workspace } from '../workspace.ts'
import { type Contact, contactsOf } from './contact.ts'
import { type Excluded, excludedInSteps } from './excluded.ts'
import { nobody } from './nobody.ts'

/** Somebody in a file. `contact`: null where the file does not ask for it. */
export interface ExportedPerson extends RankedPerson {
  contact: Contact | null
  wantsNoMail: boolean
}

/** How many who match the filters are not in the file, and why; it grows while the rows are read. */
export interface LeftOut {
  wantNoMail: number
  withoutEmail: number
}

export interface ExportedRanking {
  rows: IterableIterator<ExportedPerson>
  leftOut: LeftOut
  modelVersion: number
  asOf: string
  knownAt?: string
}

/** The filters of a ranking. `unsubscribed`: `true` takes in who wants no mail. */
export interface ExportQuery extends WholeRanking {
  unsubscribed?: string | undefined
}

/** What a kind of file needs: what only the profile says, and whether it is for who has an e-mail address alone. */
export interface FileNeeds {
  contacts: boolean
  withEmail: boolean
}

const handful = 200

/**
 * The people of a filtered ranking for a file, read a handful at a time with as few queries. Refuses as `ranking` does,
 * and with `conflict` where it would be empty: the details say how many each filter leaves out.
 */
export function* exportInSteps(
  ws: Workspace,
  webinarId: string,
  query: ExportQuery,
  needs: FileNeeds,
): Generator<void, ExportedRanking> {
  const { found, whole, isEmpty } = yield* begun(ws, webinarId, query, needs)
  if (isEmpty) throw nobody(yield* excludedInSteps(ws, whole, query), found.leftOut)
  return found
}

/** The same without refusing that nobody is in it: `excluded` says then how many each filter leaves out. */
export function* lookedAtInSteps(
  ws: Workspace,
  webinarId: string,
  query: ExportQuery,
  needs: FileNeeds,
): Generator<void, ExportedRanking & { excluded: Excluded[] }> {
  const { found, whole, isEmpty } = yield* begun(ws, webinarId, query, needs)
  return { ...found, excluded: isEmpty ? (yield* excludedInSteps(ws, whole, query)).filters : [] }
}

function* begun(ws: Workspace, webinarId: string, { unsubscribed, ...query }: ExportQuery, needs: FileNeeds) {
  const all = oneOf('unsubscribed', unsubscribed || 'false', ['true', 'false']) === 'true'
  const whole = yield* wholeRankingInSteps(ws, webinarId, query)
  const leftOut = { wantNoMail: 0, withoutEmail: 0 }
  const handfuls = inHandfuls(whole.rows, (some) => exported(ws, whole, some, { ...needs, all }, leftOut))
  // Many may be left out before the first who is not.
  let first: ExportedPerson[] = []
  while (first.length === 0) {
    const next = handfuls.next()
    if (next.done) break
    first = next.value
    yield
  }
  const found: ExportedRanking = {
    rows: oneByOne(first, handfuls),
    leftOut,
    modelVersion: whole.moment.version,
    ...momentAnswered(whole.moment),
  }
  return { found, whole, isEmpty: first.length === 0 }
}

function exported(
  ws: Workspace,
  { moment }: RankedWhole,
  some: readonly PlacedRow<RankedPerson>[],
  { contacts, withEmail, all }: FileNeeds & { all: boolean },
  leftOut: LeftOut,
): ExportedPerson[] {
  const people = some.map(({ person }) => person)
  const noMail = whoWantsNoMail(ws, people)
  const kept = some.filter(({ row, person }) => {
    const unwanted = !all && noMail.has(person)
    const nameless = withEmail && row.person.email === null
    if (unwanted) leftOut.wantNoMail++
    else if (nameless) leftOut.withoutEmail++
    return !unwanted && !nameless
  })
  const known = contacts
    ? contactsOf(
        moment,
        kept.map(({ person }) => person),
      )
    : null
  return kept.map(({ row, person }, at) => ({ ...row, contact: known?.[at] ?? null, wantsNoMail: noMail.has(person) }))
}

function* inHandfuls<Row, Made>(rows: Iterable<Row>, make: (some: Row[]) => Made[]): Generator<Made[]> {
  let some: Row[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length < handful) continue
    yield make(some)
    some = []
  }
  if (some.length > 0) yield make(some)
}

/** Whoever stops reading, even before the first, ends the reading of the ranking too. */
function oneByOne<Row>(first: readonly Row[], handfuls: Generator<Row[]>): IterableIterator<Row> {
  let some = first
  let at = 0
  return {
    [Symbol.iterator]() {
      return this
    },
    next() {
      while (at >= some.length) {
        const next = handfuls.next()
        if (next.done) return { done: true, value: undefined }
        some = next.value
        at = 0
      }
      return { done: false, value: some[at++]! }
    },
    return() {
      some = []
      handfuls.return(undefined)
      return { done: true, value: undefined }
    },
  }
}
