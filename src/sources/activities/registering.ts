import { z } from 'zod'
import { activity, webinarActivity } from './activity.ts'
import { optionalText } from './text.ts'

export const registering = [
  webinarActivity('webinar.scheduled', {
    title: 'Webinar scheduled',
    description: 'A webinar is planned or its plan has changed. Of several the latest holds.',
  }),
  webinarActivity('webinar.started', {
    title: 'Webinar started',
    description: 'The room opened at the time of the event.',
  }),
  webinarActivity('webinar.ended', {
    title: 'Webinar ended',
    description: 'The room closed at the time of the event.',
  }),
  activity(
    'person.registered',
    {
      title: 'Person registered',
      description: 'Someone signed up for a webinar and was let in.',
      webinar: 'required',
      fields: z.object({ question: optionalText(5000).describe('A question typed into the form') }),
    },
    ({ question }) => ({ status: 'approved', question }),
  ),
  activity(
    'person.registration_cancelled',
    {
      title: 'Registration cancelled',
      description: 'Someone took a registration back.',
      webinar: 'required',
      fields: z.object({}),
    },
    () => ({}),
  ),
]
