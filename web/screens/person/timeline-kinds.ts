/** What the timeline can be narrowed to. */
export const kinds = ['webinar', 'voice', 'watched', 'site', 'mail', 'contact', 'sales', 'details'] as const
export type Kind = (typeof kinds)[number]

const kindOfType: Record<string, Kind> = {
  'poll.answered': 'voice',
  'question.asked': 'voice',
  'chat.sent': 'voice',
  'survey.submitted': 'voice',
  'feedback.given': 'voice',
  'replay.registered': 'watched',
  'replay.watched': 'watched',
  'video.watched': 'watched',
  'page.viewed': 'site',
  'visit.ended': 'site',
  'form.submitted': 'site',
  'content.downloaded': 'site',
  'content.ignored': 'site',
  'message.sent': 'contact',
  'message.replied': 'contact',
  'call.completed': 'contact',
  'social.engaged': 'contact',
  'meeting.booked': 'contact',
  'deal.won': 'sales',
  'deal.lost': 'sales',
  'lead.accepted': 'sales',
  'lead.returned': 'sales',
  'profile.updated': 'details',
  'consent.changed': 'details',
}

export function kindOf(type: string): Kind {
  return kindOfType[type] ?? (type.startsWith('email.') ? 'mail' : 'webinar')
}

/** The kinds there are in a timeline, with how many of each. */
export function countedKinds(timeline: readonly { type: string }[]): [Kind, number][] {
  const counts = new Map<Kind, number>()
  for (const { type } of timeline) counts.set(kindOf(type), (counts.get(kindOf(type)) ?? 0) + 1)
  return kinds.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)!] as [Kind, number]] : []))
}
