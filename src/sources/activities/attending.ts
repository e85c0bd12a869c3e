import { z } from 'zod'
import { given } from '../text.ts'
import { activity } from './activity.ts'
import { optional, optionalAnswer, optionalText, requiredText } from './text.ts'
import { time } from './time.ts'

const written = optional(z.boolean()).describe('Whether the person wrote the answer instead of choosing it')
const answer = z.object({ question: optionalAnswer, answer: optionalAnswer, open: written })

export const attending = [
  activity(
    'webinar.attended',
    {
      title: 'Webinar attended',
      description: 'One stay in the room. Stays of one person are united; send one event for each.',
      webinar: 'required',
      fields: z.object({ joinedAt: time, leftAt: time }).refine(({ joinedAt, leftAt }) => leftAt >= joinedAt, {
        path: ['leftAt'],
        message: 'is earlier than joinedAt; expected the time at which the person left',
      }),
    },
    ({ joinedAt, leftAt }) => ({ joinedAt, leftAt }),
    ({ leftAt }) => leftAt,
  ),
  activity(
    'poll.answered',
    {
      title: 'Poll answered',
      description: 'Someone answered a poll during a webinar.',
      fields: z.object({
        poll: optionalAnswer.describe('The question of the poll'),
        answer: optionalAnswer,
        open: written,
      }),
    },
    ({ poll, answer, open }) => ({ poll, answer, open }),
  ),
  activity(
    'question.asked',
    {
      title: 'Question asked',
      description: 'Someone asked a question during a webinar.',
      fields: z.object({
        question: z.object({ text: requiredText(), answer: optionalText(5000).describe('What the host said to it') }),
      }),
    },
    ({ question: { text, answer } }) => ({ text, answer }),
  ),
  activity(
    'chat.sent',
    {
      title: 'Chat message sent',
      description: 'Someone wrote in the chat of a webinar or of the website.',
      fields: z.object({
        text: requiredText(),
        channel: optional(z.enum(['webinar', 'site'])).describe('Left out: webinar where one is named, else site'),
      }),
    },
    ({ text, channel }, namesWebinar) => ({ text, channel: channel ?? (namesWebinar ? 'webinar' : 'site') }),
  ),
  activity(
    'survey.submitted',
    {
      title: 'Survey submitted',
      description: 'Someone answered the survey after a webinar.',
      fields: z.object({ answers: optional(z.array(answer).max(200)) }),
    },
    ({ answers }) => ({ answers: (answers ?? []).map(given) }),
  ),
]
