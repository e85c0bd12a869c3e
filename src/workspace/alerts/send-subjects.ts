import { countPeopleOfSends, firstPeopleOfSend, rulesOfSends } from '../../store/send-subjects.ts'
import type { SendRow } from '../../store/sends.ts'
import { currentVersion } from '../live-models.ts'
import { type NamedPerson, namedPeople } from '../named-people.ts'
import type { Workspace } from '../workspace.ts'

/** What a send tells of: the names of its rules, a few people by name, and of how many there are. */
export interface SendSubject {
  rules: string[]
  people: NamedPerson[]
  peopleCount: number
}

const named = 3
/** Names are taken from so many alerts: as a rule each tells of somebody else. */
const lookedAt = 12

const nothing: SendSubject = { rules: [], people: [], peopleCount: 0 }

/** What sends tell of, all asked for at once, for a digest of a day may tell of thousands. */
export function subjectsOf(ws: Workspace, sends: readonly SendRow[]): (send: SendRow) => SendSubject {
  const numbers = sends.map(({ number }) => number)
  const counts = countPeopleOfSends(ws.db, numbers)
  const rules = Map.groupBy(rulesOfSends(ws.db, numbers), ({ send }) => send)
  const first = new Map(
    counts.map(({ send }) => [send, [...new Set(firstPeopleOfSend(ws.db, send, lookedAt))].slice(0, named)]),
  )
  const people = namedPeople(ws, currentVersion(ws), [...new Set([...first.values()].flat())])
  const subjects = new Map(
    counts.map(({ send, people: peopleCount }): [number, SendSubject] => [
      send,
      {
        rules: rules.get(send)!.map(({ json }) => (JSON.parse(json) as { name: string }).name),
        people: first.get(send)!.map((person) => people.get(person)!),
        peopleCount,
      },
    ]),
  )
  return ({ number }) => subjects.get(number) ?? nothing
}
