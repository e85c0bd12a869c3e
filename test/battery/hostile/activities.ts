import type { Guest, ZoomWebinar } from '../../browser/zoom-webinar.ts'
import type { Told } from './told.ts'

const minute = 60_000

/** What people said in the room and did on the site, and what a form of the site asked. */
export function activitiesOf(told: Told, webinar: ZoomWebinar, guests: readonly Guest[]): object[] {
  const room = { platform: 'zoom', platformId: String(webinar.id) }
  return guests.flatMap(({ email }, index) => {
    const say = (place: string, shift: number, longest?: number) => told.by(place, index + shift, longest)
    const attributes = { [say('attribute', 1, 64)]: say('attributeValue', 2), utm_source: say('utm', 3) }
    const event = (type: string, minutes: number, data: object) => ({
      ...{ specversion: '1.0', id: `${type}/${index}`, source: 'site', type },
      time: new Date(webinar.startsAt + minutes * minute).toISOString(),
      data: { person: { email, ...(type === 'profile.updated' && { attributes }) }, ...data },
    })
    const question = { text: say('question', 4), answer: say('hostAnswer', 5) }
    const pages = [say('page', 9), `https://oren.example/?utm_campaign=${say('campaign', 10)}`]
    return [
      event('profile.updated', 1, {}),
      event('question.asked', 20, { webinar: room, question }),
      event('poll.answered', 30, { webinar: room, poll: say('poll', 6), answer: say('pollAnswer', 7) }),
      event('chat.sent', 40, { webinar: room, text: say('chat', 8) }),
      event('survey.submitted', 70, {
        webinar: room,
        answers: [{ question: say('surveyQuestion', 3), answer: say('surveyAnswer', 4), open: true }],
      }),
      event('visit.ended', 90, { visitId: `v${index}`, seconds: 200, pages }),
      event('content.downloaded', 95, { content: { id: `c${index}`, title: say('content', 11), kind: 'guide' } }),
      event('video.watched', 97, { content: { id: `f${index}`, title: say('video', 1) }, watchedSeconds: 60 }),
      event('lead.returned', 100, { feedback: say('feedback', 2), bant: { need: say('bant', 3) } }),
    ]
  })
}

/** They ask for a meeting now, of which rules tell. */
export function handsOf(guests: readonly Guest[]): object[] {
  return guests.map(({ email }) => ({
    ...{ specversion: '1.0', id: `hand/${email}`, source: 'site', type: 'meeting.booked' },
    ...{ time: new Date().toISOString(), data: { person: { email } } },
  }))
}
