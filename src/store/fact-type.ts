import type { FactType } from '../domain/fact.ts'

/** The number by which a kind of fact is stored. Numbers are never changed nor used again. */
const numbers = {
  'webinar.mentioned': 1,
  'webinar.scheduled': 2,
  'webinar.described': 3,
  'webinar.started': 4,
  'webinar.ended': 5,
  'webinar.deleted': 6,
  'webinar.recorded': 7,
  'person.registered': 8,
  'person.registration_approved': 9,
  'person.registration_denied': 10,
  'person.registration_cancelled': 11,
  'webinar.staffed': 12,
  'webinar.role_changed': 13,
  'webinar.bound': 14,
  'webinar.joined': 15,
  'webinar.left': 16,
  'webinar.attended': 17,
  'poll.answered': 18,
  'question.asked': 19,
  'chat.sent': 20,
  'survey.submitted': 21,
  'feedback.given': 22,
  'replay.registered': 23,
  'replay.watched': 24,
  'video.watched': 25,
  'page.viewed': 26,
  'visit.ended': 27,
  'form.submitted': 28,
  'content.downloaded': 29,
  'content.ignored': 30,
  'email.delivered': 31,
  'email.opened': 32,
  'email.clicked': 33,
  'email.bounced': 34,
  'email.complained': 35,
  'email.unsubscribed': 36,
  'message.sent': 37,
  'message.replied': 38,
  'call.completed': 39,
  'social.engaged': 40,
  'meeting.booked': 41,
  'deal.won': 42,
  'deal.lost': 43,
  'profile.updated': 44,
  'consent.changed': 45,
  'lead.accepted': 46,
  'lead.returned': 47,
} as const satisfies Record<FactType, number>

const types: FactType[] = []
for (const [type, number] of Object.entries(numbers)) types[number] = type as FactType

/** Facts about the webinar itself have numbers up to this one and name no person. */
export const lastWebinarLevel = numbers['webinar.recorded']

export function numberOfType(type: FactType): number {
  return numbers[type]
}

export function typeOfNumber(number: number): FactType {
  const type = types[number]
  if (!type) throw new Error(`No kind of fact has the number ${number}`)
  return type
}

export function isWebinarLevel(type: FactType): boolean {
  return numbers[type] <= lastWebinarLevel
}
