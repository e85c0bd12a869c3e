import fc from 'fast-check'
import type { Statement } from '../../src/domain/statement.ts'
import { keyId } from '../../src/store/fact-id.ts'
import { lastWebinarLevel } from '../../src/store/fact-type.ts'
import { bytesOfHex } from '../../src/store/hex.ts'
import { factsOfTied } from '../../src/store/stay-ties.ts'
import { personId } from '../../src/workspace/person-id.ts'
import { mergePeople, unmergePeople } from '../../src/workspace/repair/merge-people.ts'
import { tieStays, untieStay } from '../../src/workspace/repair/tie-stay.ts'
import { webinarNamed } from '../../src/workspace/series.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { MINUTE, START } from '../laws/histories.ts'

/** Something said by hand: numbers count what there is to choose from by then. */
export interface RandomRepair {
  kind: 'merge' | 'tie' | 'undo'
  one: number
  other: number
}

export const randomRepair: fc.Arbitrary<RandomRepair> = fc.record({
  kind: fc.constantFrom('merge', 'tie', 'undo'),
  one: fc.nat(100),
  other: fc.nat(100),
})

/** Rows of a report, which have no connection, with and without an address. */
export const randomRow: fc.Arbitrary<Statement> = fc
  .record({
    id: fc.constantFrom('row/1', 'row/2'),
    email: fc.constantFrom('a@firm.example', undefined, undefined),
    later: fc.nat(2),
  })
  .map(({ id, email, later }) => ({
    id,
    type: 'webinar.attended',
    time: START + (20 + later) * MINUTE,
    webinar: { platform: 'zoom', platformId: '81', instance: 'u1' },
    ...(email && { person: { email } }),
    data: { joinedAt: START, leftAt: START + (20 + later) * MINUTE, evidence: 'report' },
  }))

/** The same by keys and connections, so that it may be said once more. */
export type Said = { kind: 'merge'; one: string; other: string } | { kind: 'tie'; connection: string; key: string }

/** Repairs as somebody makes them: what is refused is left out. */
export class Repairing {
  readonly ws: Workspace
  readonly #said: { said: Said; merge: number; undone: boolean }[] = []

  constructor(ws: Workspace) {
    this.ws = ws
  }

  make({ kind, one, other }: RandomRepair): void {
    if (kind === 'undo') this.#undo(one)
    else this.#choose(kind, one, other)
  }

  #choose(kind: 'merge' | 'tie', one: number, other: number): void {
    const keys = this.#texts(`SELECT text FROM person_key WHERE text NOT LIKE 's:%' ORDER BY text`)
    const key = keys[one % keys.length]
    if (key === undefined) return
    if (kind === 'merge') {
      this.say({ kind, one: key, other: keys[other % keys.length]! })
      return
    }
    const connections =
      this.#texts(`SELECT DISTINCT lower(hex(CASE WHEN hex(id) >= '8' THEN substr(id, 1, 10) ELSE id END)) AS text
      FROM fact WHERE key IS NULL AND name IS NOT NULL AND type > ${lastWebinarLevel} ORDER BY text`)
    const connection = connections[other % connections.length]
    if (connection !== undefined) this.say({ kind, connection, key })
  }

  say(said: Said): void {
    const { ws } = this
    const merge = unlessRefused(() => {
      if (said.kind === 'merge') return mergePeople(ws, idOf(said.one), idOf(said.other), 'Dana').merge
      const { connection, key } = said
      tieStays(ws, this.#webinarOf(connection) ?? '', { connections: [connection], person: idOf(key) }, 'Dana')
      return 0
    })
    if (merge !== null) this.#said.push({ said, merge, undone: false })
  }

  /** What was said and not taken back. */
  get net(): Said[] {
    return this.#said.flatMap(({ said, undone }) => (undone ? [] : [said]))
  }

  #undo(nth: number): void {
    const { ws } = this
    const standing = this.#said.filter(({ undone }) => !undone)
    const chosen = standing[nth % standing.length]
    if (!chosen) return
    const { said, merge } = chosen
    if (said.kind === 'merge') unmergePeople(ws, idOf(said.other), merge, 'Ben')
    else {
      const webinar = this.#webinarOf(said.connection)
      if (webinar === null) return
      untieStay(ws, webinar, said.connection, 'Ben')
    }
    chosen.undone = true
  }

  #texts(sql: string): string[] {
    return this.ws.db
      .prepare<{ text: string }>(sql)
      .all()
      .map(({ text }) => text)
  }

  /** Null where another content of its fact, which names no webinar, counts by now. */
  #webinarOf(connection: string): string | null {
    const fact = factsOfTied(this.ws.db, bytesOfHex(connection)!).find(({ name }) => name !== null)
    return fact ? webinarNamed(this.ws, fact.name!, fact.time).id : null
  }
}

function unlessRefused(act: () => number): number | null {
  try {
    return act()
  } catch (error) {
    if ((error as Error).name !== 'Refused') throw error
    return null
  }
}

function idOf(text: string): string {
  return personId(keyId(text))
}
