import { Refused } from '../../domain/refusal.ts'
import type { Statement } from '../../domain/statement.ts'
import { given } from '../text.ts'
import { mentionOfSchedule, slotName } from './naming.ts'
import { needed, type Reader, reader } from './reader.ts'
import { personOf, profileOf, type Registrant, registrant } from './registrant.ts'
import { type Scheduled, scheduled, type Told, told } from './shape.ts'

type Event = Told<Scheduled & { registrant: Registrant }>

const registration = told({ ...scheduled, registrant })

/** Sign-ups and what became of them. `operator` is whoever clicked, of a self-cancel the registrant: it says nothing. */
export const registrationReaders: [string, Reader][] = [
  ['webinar.registration_created', reader(registration, created)],
  ['webinar.registration_approved', reader(registration, (event) => decided('registration_approved', event))],
  ['webinar.registration_denied', reader(registration, (event) => decided('registration_denied', event))],
  ['webinar.registration_cancelled', reader(registration, (event) => decided('registration_cancelled', event))],
]

function created(event: Event): Statement[] {
  const { comments, status = 'approved' } = event.object.registrant
  const word = status.toLowerCase()
  if (word !== 'approved' && word !== 'pending')
    throw new Refused('invalid', 'payload.object.registrant.status is neither approved nor pending')
  const data = given({ status: word, question: comments } as const)
  return [
    { ...about('registration_created', event), type: 'person.registered', data },
    ...mentionOfSchedule(event.object),
  ]
}

function decided(
  verb: 'registration_approved' | 'registration_denied' | 'registration_cancelled',
  event: Event,
): Statement[] {
  return [{ ...about(verb, event), type: `person.${verb}`, data: {} }, ...mentionOfSchedule(event.object)]
}

function about(verb: string, { at, object }: Event) {
  const time = needed(at, 'event_ts')
  const person = personOf(object.registrant)
  return {
    id: `zoom/${verb}/${object.id}/${person.registrantId ?? person.email}/${time}`,
    time,
    webinar: slotName(object),
    person,
    profile: profileOf(object.registrant),
  }
}
