import type { Stay } from '../stay.ts'
import { isTwin } from './connections.ts'
import { comparedName, isPhoneNumber } from './names.ts'

/** A connection in the room of which no key tells whose it is, with its stays, ms UTC: at least one. */
export interface Connection {
  readonly id: string
  /** As last shown in the room. */
  readonly name: string | null
  readonly stays: readonly Stay[]
  /** Other connections that the platform bound to it. */
  readonly bound: readonly string[]
  /** A telephone, by its name or by what the platform says. */
  readonly isPhone: boolean
}

const MINUTE = 60_000
/** So many connections are looked at in one step. */
const atATime = 1_000

/**
 * Connections that are likely one human's each: bound by the platform, under one name, or without a name but told of by
 * two sources at the same time. An estimate, to count and to repair by, never to score by. In steps of some ms.
 */
export function* guestsOf(connections: readonly Connection[]): Generator<void, Connection[][]> {
  const groups = new Groups(connections)
  const byName = new Map<string, Connection>()
  const nameless: Connection[] = []
  for (const [index, connection] of connections.entries()) {
    if (index % atATime === atATime - 1) yield
    for (const id of connection.bound) groups.join(connection.id, id)
    const name = nameOf(connection)
    if (!name) nameless.push(connection)
    else if (byName.has(name)) groups.join(connection.id, byName.get(name)!.id)
    else byName.set(name, connection)
  }
  yield
  for (const [one, other] of twinsOf(nameless)) groups.join(one.id, other.id)
  yield
  return yield* groups.all()
}

function nameOf({ name }: Connection): string {
  if (name === null) return ''
  return isPhoneNumber(name) ? name.replace(/[^\d*x]/g, '') : comparedName(name).plain
}

/** Rows of a report and connections by webhook that came and went at the same time, each once. */
function* twinsOf(connections: readonly Connection[]): Generator<[Connection, Connection]> {
  const isRow = ({ stays }: Connection) => stays[0]!.evidence === 'report'
  const minuteOf = ({ stays }: Connection) => Math.floor(stays[0]!.from / MINUTE)
  const byMinute = Map.groupBy(
    connections.filter((each) => !isRow(each)),
    minuteOf,
  )
  for (const row of connections.filter(isRow)) {
    for (const near of [0, -1, 1]) {
      const there = byMinute.get(minuteOf(row) + near) ?? []
      const at = there.findIndex(({ stays }) => isTwin(row.stays[0]!, stays[0]!))
      if (at < 0) continue
      yield [row, there.splice(at, 1)[0]!]
      break
    }
  }
}

/** Which of some connections belong together; each group in the order in which they were given. */
class Groups {
  readonly #connections: readonly Connection[]
  readonly #heads = new Map<string, string>()

  constructor(connections: readonly Connection[]) {
    this.#connections = connections
    for (const { id } of connections) this.#heads.set(id, id)
  }

  join(one: string, other: string): void {
    if (this.#heads.has(other)) this.#heads.set(this.#headOf(one), this.#headOf(other))
  }

  *all(): Generator<void, Connection[][]> {
    const groups = new Map<string, Connection[]>()
    for (const [index, connection] of this.#connections.entries()) {
      const head = this.#headOf(connection.id)
      const group = groups.get(head)
      if (group) group.push(connection)
      else groups.set(head, [connection])
      if (index % atATime === atATime - 1) yield
    }
    return [...groups.values()]
  }

  #headOf(id: string): string {
    let head = id
    while (this.#heads.get(head) !== head) head = this.#heads.get(head)!
    this.#heads.set(id, head)
    return head
  }
}
