import { type Cast, day, minute, type Told } from './history.ts'

type Made = [type: string, data: object]

/** Something that somebody did, before, during or after the webinar. Some have an id that another has too, and say something else. */
export function activityOf({ name, chance, start, id, people }: Cast, number: number): Told {
  const at =
    start + chance.pick([chance.whole(-3 * day, 0), chance.whole(0, 60 * minute), chance.whole(60 * minute, 12 * day)])
  const person = chance.pick(people)
  const webinar = { platform: 'zoom', platformId: id }
  const [type, data] = chance.pick<Made>([
    [
      'page.viewed',
      {
        url: chance.pick(['https://kiwi.example/pricing', 'https://kiwi.example/blog']),
        seconds: chance.whole(1, 200),
      },
    ],
    ['visit.ended', { seconds: chance.whole(5, 300), visitId: `visit-${person}`, pages: ['/pricing'] }],
    ['email.delivered', { messageId: `m${chance.whole(1, 4)}` }],
    ['email.opened', { messageId: `m${chance.whole(1, 4)}`, automated: chance.happens(0.2) }],
    ['email.clicked', { messageId: `m${chance.whole(1, 4)}`, url: 'https://kiwi.example/demo' }],
    ['question.asked', { webinar, question: { text: 'Does it run on Linux?' } }],
    ['poll.answered', { webinar, poll: 'How many?', answer: String(chance.whole(1, 3)) }],
    ['survey.submitted', { webinar, answers: [{ question: 'And?', answer: 'Good', open: true }] }],
    [
      'webinar.attended',
      { webinar, joinedAt: new Date(at - 20 * minute).toISOString(), leftAt: new Date(at).toISOString() },
    ],
    [
      'replay.watched',
      { webinar, mediaSeconds: 3_600, intervals: [[0, chance.whole(60, 3_000)]], sessionId: `s-${person}` },
    ],
    [
      'content.downloaded',
      { content: { id: chance.pick(['a', 'b']), kind: chance.pick(['special_report', 'ebook']) } },
    ],
    ['form.submitted', { form: { id: 'f', kind: chance.pick(['contact', 'quote', 'other']) } }],
    ['call.completed', { outcome: chance.pick(['answered', 'no_answer']), seconds: 30 }],
    ['message.sent', { channel: 'whatsapp', messageId: `w${number}` }],
    ['meeting.booked', {}],
    ['email.unsubscribed', {}],
    ['consent.changed', { state: chance.pick(['given', 'withdrawn']) }],
    ['deal.won', { amount: 100, currency: 'EUR' }],
    ['profile.updated', {}],
  ])
  const own = {
    email: `${person}@firm.example`,
    ...(chance.happens(0.2) ? { jobTitle: chance.pick(['CEO', 'CTO']) } : {}),
  }
  const shared = chance.happens(0.1) ? chance.whole(0, number) : number
  const event = {
    specversion: '1.0',
    id: `${name}/${shared}`,
    source: 'https://kiwi.example',
    type,
    time: new Date(at).toISOString(),
  }
  return { kind: 'activity', event: type, at, body: JSON.stringify({ ...event, data: { person: own, ...data } }) }
}
