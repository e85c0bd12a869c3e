import type { FactType } from '../fact.ts'
import type { Channel, Rule, RuleKind } from '../rule.ts'
import { factsOfAct } from '../rules/acts.ts'

const visits: readonly FactType[] = ['visit.ended', 'page.viewed']
const presence: readonly FactType[] = ['webinar.attended', 'webinar.joined', 'webinar.left']

const FEEDS: { readonly [K in Exclude<RuleKind, 'did' | 'absent' | 'messages_ignored'>]: readonly FactType[] | null } =
  {
    registered: ['person.registered', 'person.registration_approved'],
    attended: [...presence, 'replay.watched'],
    attended_live: presence,
    replayed: ['replay.watched'],
    visited: visits,
    bounced: visits,
    site_activity: visits,
    downloaded: ['content.downloaded'],
    ignored: ['content.ignored'],
    video_watched: ['video.watched'],
    hand_raised: ['form.submitted', 'meeting.booked'],
    form_submitted: ['form.submitted'],
    mails_unopened: ['email.delivered'],
    opens_without_clicks: ['email.opened'],
    calls_unanswered: ['call.completed'],
    no_human_contact: ['call.completed', 'message.sent'],
    unsubscribed: ['email.unsubscribed', 'email.complained'],
    // What anybody is or scores, whatever it came by.
    profile: null,
    fit_complete: null,
    free_email: null,
    wrong_fit: null,
    pace: null,
    inactive: null,
  }

const OF_CHANNEL: Readonly<Record<Channel, readonly FactType[]>> = {
  mail: ['email.opened', 'email.clicked'],
  phone: ['call.completed'],
  whatsapp: ['message.replied'],
  site: [...visits, 'form.submitted', 'content.downloaded', 'chat.sent'],
  social: ['social.engaged'],
}

/** The types of facts of which one at least must come for a rule to have something to say; null: any fact will do. */
export function feedsOf(rule: Rule): readonly FactType[] | null {
  if (rule.kind === 'did') return factsOfAct[rule.act]
  if (rule.kind === 'absent') return OF_CHANNEL[rule.channel]
  return rule.kind === 'messages_ignored' ? ['message.sent'] : FEEDS[rule.kind]
}
