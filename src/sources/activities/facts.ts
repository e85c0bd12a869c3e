import type { FactData, FactType, ScheduleData } from '../../domain/fact.ts'
import type { Profile } from '../../domain/profile.ts'
import type { PersonName, Statement, WebinarName } from '../../domain/statement.ts'
import { given } from '../text.ts'

export type WebinarFactType = 'webinar.scheduled' | 'webinar.started' | 'webinar.ended'

interface Event<D> {
  id: string
  source: string
  time: number
  data: D
}

export type PersonEvent = Event<{ person: { name: PersonName; profile: Profile }; webinar?: WebinarName }>
export type WebinarEvent = Event<{ webinar: { name: WebinarName; schedule: ScheduleData } }>

/** The statement of what a person did. */
export function personStatement<T extends FactType>(
  event: PersonEvent,
  { type, time, data }: { type: T; time: number; data: FactData[T] },
): Statement {
  const { person, webinar } = event.data
  const profile = profileOf(type, person)
  const answers = Object.keys(profile).length > 0 ? profile : undefined
  return given({
    id: idOf(event),
    type,
    time,
    webinar,
    person: person.name,
    profile: answers,
    data: given(data),
  }) as Statement
}

/** The statements of a webinar's schedule, start or end. What a start or end says of the schedule is a mention beside it. */
export function webinarStatements(type: WebinarFactType, event: WebinarEvent): Statement[] {
  const { name, schedule } = event.data.webinar
  const id = idOf(event)
  const fact = { id, time: event.time, webinar: name }
  if (type === 'webinar.scheduled') return [{ ...fact, type, data: schedule }]
  const { startsAt, ...told } = schedule
  if (Object.keys(told).length === 0) return [{ ...fact, type, data: {} }]
  return [
    { ...fact, type, data: {} },
    { ...fact, id: `${id}/mentioned`, type: 'webinar.mentioned', data: schedule },
  ]
}

/** Encoded, so that no two pairs of source and id make the same fact id. */
function idOf({ source, id }: { source: string; id: string }): string {
  return `ce/${encodeURIComponent(source)}/${encodeURIComponent(id)}`
}

/** A forwarded join link must not give the registrant a second address. */
function profileOf(type: FactType, { name, profile }: { name: PersonName; profile: Profile }): Profile {
  if (type !== 'webinar.attended' || !name.registrantId) return profile
  const { email: _, ...rest } = profile
  return rest
}
