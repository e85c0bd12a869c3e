import type { FactType } from '../fact.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import type { RuleKind, RuleOf } from '../rule.ts'
import { attended, attendedLive, replayed } from './attended.ts'
import { did } from './did.ts'
import { inactive } from './inactive.ts'
import { downloaded, formSubmitted, handRaised, videoWatched } from './interest.ts'
import { registered } from './registered.ts'
import { callsUnanswered, mailsUnopened, messagesIgnored, noHumanContact, opensWithoutClicks } from './silence.ts'
import { fitComplete, freeEmail, unsubscribed, wrongFit } from './standing.ts'
import { bounced, visited } from './visited.ts'

type Apply<K extends RuleKind> = (rules: readonly RuleOf<K>[], history: History, ledger: Ledger) => void

/** Every kind of rule; one that refers to another (`replayed` to `attended_live`) comes after it. */
const APPLY: { readonly [K in RuleKind]: Apply<K> } = {
  registered: each(registered),
  attended,
  attended_live: each(attendedLive),
  replayed: each(replayed),
  did: each(did),
  visited: each(visited),
  bounced: each(bounced),
  downloaded: each(downloaded),
  video_watched: each(videoWatched),
  hand_raised: each(handRaised),
  form_submitted: each(formSubmitted),
  inactive: each(inactive),
  fit_complete: each(fitComplete),
  free_email: each(freeEmail),
  mails_unopened: each(mailsUnopened),
  opens_without_clicks: each(opensWithoutClicks),
  messages_ignored: each(messagesIgnored),
  calls_unanswered: each(callsUnanswered),
  no_human_contact: each(noHumanContact),
  unsubscribed: each(unsubscribed),
  wrong_fit: each(wrongFit),
}

/** Kinds of rules that have nothing to say of somebody without any fact of these kinds. */
const NEEDS: { readonly [K in RuleKind]?: readonly FactType[] } = {
  replayed: ['replay.watched'],
  visited: ['visit.ended', 'page.viewed'],
  bounced: ['visit.ended', 'page.viewed'],
  downloaded: ['content.downloaded'],
  video_watched: ['video.watched'],
  hand_raised: ['form.submitted', 'meeting.booked'],
  form_submitted: ['form.submitted'],
  mails_unopened: ['email.delivered', 'email.opened', 'email.clicked'],
  opens_without_clicks: ['email.opened'],
  messages_ignored: ['message.sent'],
  calls_unanswered: ['call.completed'],
  no_human_contact: ['call.completed', 'message.sent'],
  unsubscribed: ['email.unsubscribed', 'email.complained'],
}

const kinds = Object.keys(APPLY) as RuleKind[]

/** Writes the ledger of one person: every enabled rule of the model, by its kind. */
export function applyRules(history: History, ledger: Ledger): void {
  for (const kind of kinds) {
    const needed = NEEDS[kind]
    if (!needed || history.hasAny(needed)) applyKind(kind, history, ledger)
  }
}

function applyKind<K extends RuleKind>(kind: K, history: History, ledger: Ledger): void {
  const rules = history.model.rulesOf(kind)
  if (rules.length > 0) APPLY[kind](rules, history, ledger)
}

function each<K extends RuleKind>(apply: (rule: RuleOf<K>, history: History, ledger: Ledger) => void): Apply<K> {
  return (rules, history, ledger) => {
    for (const rule of rules) apply(rule, history, ledger)
  }
}
