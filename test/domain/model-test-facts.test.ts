import { expect, it } from 'vitest'
import { TEST_FACT_TYPES } from '../../src/domain/model-test-fact.ts'
import { factsOfTest } from '../../src/domain/model-test-given.ts'
import { ModelTestSchema } from '../../src/domain/model-test-schema.ts'
import { readActivities } from '../../src/sources/activities/activities.ts'

const at = '2026-03-10T10:30:00Z'
const webinar = { platform: 'generic', platformId: 'demo' }
const content = { id: 'f', title: 'Ripe or not', kind: 'ebook' }
const watched = { mediaSeconds: 600, offsetSeconds: 30, intervals: [[0, 90]], sessionId: 's' }
const mail = { messageId: 'm', url: 'https://acme.example/', automated: true }
const message = { channel: 'WhatsApp', messageId: 'm' }
const deal = { amount: 100, currency: 'EUR', margin: 20 }
const verdict = { bant: { budget: true, need: 'soon' }, feedback: 'Good' }
const stay = ['2026-03-10T10:00:00Z', at] as const

/** Of each type what a test says and what the `data` of an activity says. */
const pairs: Record<string, [test: object, data: object]> = {
  'person.registered': [{ webinar: 'demo', question: 'Why?' }, { question: 'Why?' }],
  'person.registration_cancelled': [{ webinar: 'demo' }, {}],
  'webinar.attended': [
    { at: undefined, webinar: 'demo', from: stay[0], to: stay[1] },
    { joinedAt: stay[0], leftAt: stay[1] },
  ],
  'poll.answered': [
    { poll: 'Budget?', answer: 'Yes' },
    { poll: 'Budget?', answer: 'Yes' },
  ],
  'question.asked': [{ text: 'Why?' }, { question: { text: 'Why?' } }],
  'chat.sent': [{ text: 'Hello' }, { text: 'Hello' }],
  'survey.submitted': [
    { answers: [{ question: 'How?', answer: 'Well', open: true }] },
    { answers: [{ question: 'How?', answer: 'Well', open: true }] },
  ],
  'replay.watched': [watched, watched],
  'video.watched': [
    { ...watched, ...content, kind: 'Product video' },
    { ...watched, content: { ...content, kind: 'Product video' } },
  ],
  'page.viewed': [
    { url: '/prices', seconds: 4, automated: true },
    { url: '/prices', seconds: 4, automated: true },
  ],
  'visit.ended': [
    { seconds: 40, visitId: 'v' },
    { seconds: 40, visitId: 'v' },
  ],
  'form.submitted': [{ id: 'f', kind: 'quote' }, { form: { id: 'f', kind: 'quote' } }],
  'content.downloaded': [content, { content }],
  'content.ignored': [content, { content }],
  'email.delivered': [mail, mail],
  'email.opened': [mail, mail],
  'email.clicked': [mail, mail],
  'email.bounced': [mail, mail],
  'email.complained': [mail, mail],
  'email.unsubscribed': [mail, mail],
  'message.sent': [message, message],
  'message.replied': [message, message],
  'call.completed': [
    { outcome: 'busy', seconds: 3 },
    { outcome: 'busy', seconds: 3 },
  ],
  'social.engaged': [
    { network: 'LinkedIn', action: 'Liked' },
    { network: 'LinkedIn', action: 'Liked' },
  ],
  'meeting.booked': [{}, {}],
  'deal.won': [deal, deal],
  'deal.lost': [deal, deal],
  'profile.updated': [{}, {}],
  'consent.changed': [{ state: 'given' }, { state: 'given' }],
  'lead.accepted': [verdict, verdict],
  'lead.returned': [verdict, verdict],
}

it.each(TEST_FACT_TYPES)('a fact of a test is what the activity call would have stored: %s', (type) => {
  const [given, data] = pairs[type]!
  const person = { email: 'dana@acme.example', jobTitle: 'CEO', employees: 40, attributes: { market: 'IL' } }
  const named = 'webinar' in given ? { webinar } : {}
  const event = { specversion: '1.0', id: '1', source: '/s', type, time: at, data: { ...data, person, ...named } }
  const [reading] = readActivities(event).readings
  expect(reading).not.toHaveProperty('reason')
  const { statements } = reading as { statements: { type: string; time: number; profile?: object; data: object }[] }
  const stored = statements.find((statement) => statement.type === type)!
  const fact = JSON.parse(JSON.stringify({ type, at, person, ...given })) as object
  const demo = { id: 'demo', from: stay[0], to: '2026-03-10T11:00Z' }
  const test = ModelTestSchema.parse({
    ...{ name: 't', asOf: at, expect: { score: 0 } },
    ...{ webinars: [demo], facts: [fact] },
  })
  const [made] = factsOfTest(test)
  expect(made).toMatchObject({ type, time: stored.time, profile: stored.profile })
  expect(made!.data).toEqual(JSON.parse(JSON.stringify(stored.data)))
})
