import { keysOf } from '../domain/identity.ts'
import { type Interval, lengthOf, union } from '../domain/interval.ts'
import type { Statement } from '../domain/statement.ts'
import type { Reading } from './import-file.ts'

/** Somebody as a file names them; `minutes` in the room, null where the file does not tell who came. */
export interface SampledPerson {
  name: string | null
  email: string | null
  minutes: number | null
}

interface Gathered extends Omit<SampledPerson, 'minutes'> {
  stays: Interval[]
}

/** The first people of a file in its order, without staff. */
export function samplePeople(reading: Reading, most: number): SampledPerson[] {
  if (reading.kind === 'outcomes') {
    const addresses = [...new Set(reading.outcomes.map(({ address }) => address))].slice(0, most)
    return addresses.map((email) => ({ name: null, email, minutes: null }))
  }
  const { kind, statements } = reading
  const staff = new Set(statements.flatMap((each) => (each.type === 'webinar.staffed' ? whoIn(each) : [])))
  const people = new Map<string, Gathered>()
  for (const statement of statements) {
    const who = whoIn(statement)
    if (who === null || staff.has(who) || (people.size === most && !people.has(who))) continue
    const person = people.get(who) ?? { name: null, email: null, stays: [] }
    people.set(who, person)
    person.email ??= statement.person?.email ?? null
    person.name ??= nameIn(statement)
    if (statement.type === 'webinar.attended')
      person.stays.push({ from: statement.data.joinedAt, to: statement.data.leftAt })
  }
  return [...people.values()].map(({ name, email, stays }) => {
    const minutes = kind === 'zoom-attendees' ? Math.round(lengthOf(union(stays)) / 60_000) : null
    return { name, email, minutes }
  })
}

/** Whom a statement is about; somebody without a key is somebody else each time. Null: nobody. */
function whoIn({ id, type, person }: Statement): string | null {
  return keysOf(person)[0] ?? (type === 'webinar.attended' ? id : null)
}

function nameIn({ type, data, profile }: Statement): string | null {
  const given = [profile?.firstName, profile?.lastName].filter(Boolean).join(' ')
  return given || (type === 'webinar.attended' && data.name) || null
}
