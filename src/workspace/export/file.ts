import type { Stage, Temperature } from '../../domain/stage.ts'
import { type AskedMoment, momentAnswered } from '../asked-moment.ts'
import { MailWishes } from '../mail-wishes.ts'
import { oneOf } from '../ranking-query.ts'
import type { Workspace } from '../workspace.ts'
import { type Contact, contactsOf } from './contact.ts'

/** Somebody in a list, as every file says it. */
export interface Listed {
  person: { id: string; email: string | null; name: string | null; company: string | null; jobTitle: string | null }
  score: number
  grade: string | null
  stage: Stage
  temperature: Temperature
  velocity: number
  lastActivityAt: string | null
}

/** What of somebody only a file says. `contact`: null where the file does not ask for it. */
export type InFile<Row> = Row & { contact: Contact | null; wantsNoMail: boolean }

/** How many who match the filters are not in the file, and why; it grows while the rows are read. */
export interface LeftOut {
  wantNoMail: number
  withoutEmail: number
}

export interface ExportedRows<Row> {
  rows: IterableIterator<InFile<Row>>
  leftOut: LeftOut
  modelVersion: number
  asOf: string
  knownAt?: string
}

/** What a kind of file needs: what only the profile says, and whether it is for who has an e-mail address alone. */
export interface FileNeeds {
  contacts: boolean
  withEmail: boolean
}

/** A whole list, with the numbers of whom its rows are about, and the moment that it is for. */
export interface WholeList<Row> {
  moment: AskedMoment
  rows: Iterable<{ row: Row; person: number }>
}

const handful = 200

/** A whole list as a file, read a handful at a time with as few queries, and whether nobody is in it. */
export function* beginFile<Row extends Listed>(
  ws: Workspace,
  whole: WholeList<Row>,
  needs: FileNeeds & { unsubscribed: string | undefined },
): Generator<void, { found: ExportedRows<Row>; isEmpty: boolean }> {
  const all = takesAll(needs.unsubscribed)
  const leftOut = { wantNoMail: 0, withoutEmail: 0 }
  const handfuls = exported(yield* MailWishes.open(ws), whole, { ...needs, all }, leftOut)
  // Many may be left out before the first who is not.
  let first: InFile<Row>[] = []
  while (first.length === 0) {
    const next = handfuls.next()
    if (next.done) break
    first = next.value
    yield
  }
  const found: ExportedRows<Row> = {
    rows: oneByOne(first, handfuls),
    leftOut,
    modelVersion: whole.moment.version,
    ...momentAnswered(whole.moment),
  }
  return { found, isEmpty: first.length === 0 }
}

/** Whether who wants no mail is taken in too. Throws `Refused('invalid')`. */
export function takesAll(unsubscribed: string | undefined): boolean {
  return oneOf('unsubscribed', unsubscribed || 'false', ['true', 'false']) === 'true'
}

function* exported<Row extends Listed>(
  wishes: MailWishes,
  { moment, rows }: WholeList<Row>,
  { contacts, withEmail, all }: FileNeeds & { all: boolean },
  leftOut: LeftOut,
): Generator<InFile<Row>[]> {
  try {
    for (const some of inHandfuls(rows)) {
      const noMail = wishes.against(some.map(({ person }) => person))
      const kept = some.filter(({ row, person }) => {
        const unwanted = !all && noMail.has(person)
        const nameless = withEmail && row.person.email === null
        if (unwanted) leftOut.wantNoMail++
        else if (nameless) leftOut.withoutEmail++
        return !unwanted && !nameless
      })
      const people = kept.map(({ person }) => person)
      const known = contacts ? contactsOf(moment, people) : null
      yield kept.map(({ row, person }, at) => ({
        ...row,
        contact: known?.[at] ?? null,
        wantsNoMail: noMail.has(person),
      }))
    }
  } finally {
    wishes.close()
  }
}

function* inHandfuls<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let some: Row[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length < handful) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
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
