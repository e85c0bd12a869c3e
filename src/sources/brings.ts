import type { FactType } from '../domain/fact.ts'
import { isPlatform, type Platform } from './index.ts'

/** The facts about people that each platform's webhooks, reports and API bring. */
const facts: Readonly<Record<Platform, readonly FactType[]>> = {
  zoom: [
    ...(['person.registered', 'person.registration_approved', 'person.registration_denied'] as const),
    ...(['person.registration_cancelled', 'webinar.joined', 'webinar.left', 'webinar.attended'] as const),
    ...(['chat.sent', 'feedback.given', 'replay.registered', 'replay.watched'] as const),
    ...(['poll.answered', 'question.asked', 'survey.submitted'] as const),
  ],
}

/** What a connected source of a platform may bring. */
export function brings(platform: string): readonly FactType[] {
  return isPlatform(platform) ? facts[platform] : []
}
