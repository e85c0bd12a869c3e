import type { History } from '../history.ts'
import { type Kinds, kindsOf } from '../kinds.ts'
import type { Ledger } from '../ledger.ts'
import type { RuleKind, RuleOf } from '../rule.ts'
import { attended, attendedLive, replayed } from './attended.ts'
import { did, factsOfAct } from './did.ts'
import { inactive } from './inactive.ts'
import { downloaded, formSubmitted, handRaised, videoWatched } from './interest.ts'
import { registered } from './registered.ts'
import { callsUnanswered, mailsUnopened, messagesIgnored, noHumanContact, opensWithoutClicks } from './silence.ts'
import { fitComplete, freeEmail, unsubscribed, wrongFit } from './standing.ts'
import { bounced, visited } from './visited.ts'

/** Rules of a model made ready to write the ledger of one person. */
export interface Step {
  /** Without any fact of these kinds it has nothing to say; null: it always may. */
  readonly needs: Kinds | null
  apply(history: History, ledger: Ledger): void
}

type StepsOf<K extends RuleKind> = (rules: readonly RuleOf<K>[]) => Step[]

const visits = kindsOf('visit.ended', 'page.viewed')

/** Every kind of rule; one that refers to another (`replayed` to `attended_live`) comes after it. */
const STEPS: { readonly [K in RuleKind]: StepsOf<K> } = {
  registered: each(registered),
  attended: (rules) => [{ needs: null, apply: (history, ledger) => attended(rules, history, ledger) }],
  attended_live: each(attendedLive),
  replayed: each(replayed, kindsOf('replay.watched')),
  did: (rules) => rules.map((rule) => stepOf(did, rule, kindsOf(...factsOfAct[rule.act]))),
  visited: each(visited, visits),
  bounced: each(bounced, visits),
  downloaded: each(downloaded, kindsOf('content.downloaded')),
  video_watched: each(videoWatched, kindsOf('video.watched')),
  hand_raised: each(handRaised, kindsOf('form.submitted', 'meeting.booked')),
  form_submitted: each(formSubmitted, kindsOf('form.submitted')),
  inactive: each(inactive),
  fit_complete: each(fitComplete),
  free_email: each(freeEmail),
  mails_unopened: each(mailsUnopened, kindsOf('email.delivered', 'email.opened', 'email.clicked')),
  opens_without_clicks: each(opensWithoutClicks, kindsOf('email.opened')),
  messages_ignored: each(messagesIgnored, kindsOf('message.sent')),
  calls_unanswered: each(callsUnanswered, kindsOf('call.completed')),
  no_human_contact: each(noHumanContact, kindsOf('call.completed', 'message.sent')),
  unsubscribed: each(unsubscribed, kindsOf('email.unsubscribed', 'email.complained')),
  wrong_fit: each(wrongFit),
}

const kinds = Object.keys(STEPS) as RuleKind[]

/** The steps of a model, given its enabled rules. */
export function stepsOf(rulesOf: <K extends RuleKind>(kind: K) => readonly RuleOf<K>[]): Step[] {
  const stepsOfKind = <K extends RuleKind>(kind: K) => STEPS[kind](rulesOf(kind))
  return kinds.flatMap((kind) => stepsOfKind(kind))
}

/** Writes the ledger of one person. */
export function applyRules(history: History, ledger: Ledger): void {
  for (const step of history.model.steps) {
    if (step.needs === null || history.hasAny(step.needs)) step.apply(history, ledger)
  }
}

type Apply<R> = (rule: R, history: History, ledger: Ledger) => void

function stepOf<R>(apply: Apply<R>, rule: R, needs: Kinds | null = null): Step {
  return { needs, apply: (history, ledger) => apply(rule, history, ledger) }
}

function each<K extends RuleKind>(apply: Apply<RuleOf<K>>, needs?: Kinds): StepsOf<K> {
  return (rules) => rules.map((rule) => stepOf(apply, rule, needs))
}
