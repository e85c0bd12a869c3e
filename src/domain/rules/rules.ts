import { adjusted } from '../adjust.ts'
import { isWho } from '../condition.ts'
import type { History } from '../history.ts'
import { type Kinds, kindsOf } from '../kinds.ts'
import type { Ledger } from '../ledger.ts'
import type { Rule, RuleKind, RuleOf } from '../rule.ts'
import { absent } from './absent.ts'
import { factsOfAct } from './acts.ts'
import { attended, attendedLive, replayed } from './attended.ts'
import { did } from './did.ts'
import { inactive } from './inactive.ts'
import { downloaded, formSubmitted, handRaised, ignored, videoWatched } from './interest.ts'
import { pace } from './pace.ts'
import { registered } from './registered.ts'
import { callsUnanswered, mailsUnopened, messagesIgnored, noHumanContact, opensWithoutClicks } from './silence.ts'
import { fitComplete, freeEmail, profile, siteActivity, unsubscribed, wrongFit } from './standing.ts'
import { bounced, visited } from './visited.ts'

/** Rules of a model made ready to write the ledger of one person. */
export interface Step {
  /** Without any fact of these kinds it has nothing to say; null: it always may. */
  readonly needs: Kinds | null
  apply(history: History, ledger: Ledger): unknown
}

type StepsOf<K extends RuleKind> = (rules: readonly RuleOf<K>[]) => Step[]

const visits = kindsOf('visit.ended', 'page.viewed')

/** Every kind of rule; one that refers to another (`replayed` to `attended_live`) comes after it. */
const STEPS: { readonly [K in Exclude<RuleKind, LateKind>]: StepsOf<K> } = {
  registered: each(registered),
  attended: attendedSteps,
  attended_live: each(attendedLive),
  replayed: each(replayed, kindsOf('replay.watched')),
  did: (rules) => rules.map((rule) => stepOf(did, rule, kindsOf(...factsOfAct[rule.act]))),
  visited: each(visited, visits),
  bounced: each(bounced, visits),
  downloaded: each(downloaded, kindsOf('content.downloaded')),
  ignored: each(ignored, kindsOf('content.ignored')),
  video_watched: each(videoWatched, kindsOf('video.watched')),
  hand_raised: each(handRaised, kindsOf('form.submitted', 'meeting.booked')),
  form_submitted: each(formSubmitted, kindsOf('form.submitted')),
  absent: each(absent),
  fit_complete: each(fitComplete),
  free_email: each(freeEmail),
  mails_unopened: each(mailsUnopened, kindsOf('email.delivered', 'email.opened', 'email.clicked')),
  opens_without_clicks: each(opensWithoutClicks, kindsOf('email.opened')),
  messages_ignored: each(messagesIgnored, kindsOf('message.sent')),
  calls_unanswered: each(callsUnanswered, kindsOf('call.completed')),
  no_human_contact: each(noHumanContact, kindsOf('call.completed', 'message.sent')),
  unsubscribed: each(unsubscribed, kindsOf('email.unsubscribed', 'email.complained')),
  wrong_fit: each(wrongFit),
  profile: each(profile),
  site_activity: each(siteActivity, visits),
}

/** Kinds of rules that look at the lines of all others, after caps and fading. */
const LATE_STEPS: { readonly [K in LateKind]: StepsOf<K> } = {
  inactive: each(inactive),
  pace: each(pace),
}

type LateKind = 'inactive' | 'pace'

type RulesOf = <K extends RuleKind>(kind: K) => readonly RuleOf<K>[]

/** The steps of a model, given its enabled rules. */
export function stepsOf(rulesOf: RulesOf): { steps: Step[]; lateSteps: Step[] } {
  const all = <K extends RuleKind>(table: { readonly [Kind in K]: StepsOf<Kind> }) =>
    (Object.keys(table) as K[]).flatMap((kind) => table[kind](rulesOf(kind)))
  return { steps: all(STEPS), lateSteps: all(LATE_STEPS) }
}

/** Writes the ledger of one person. */
export function applyRules(history: History, ledger: Ledger): void {
  const { steps, lateSteps, adjusts, order } = history.model
  applySteps(steps, history, ledger)
  if (adjusts) ledger.lines = adjusted(ledger.sorted(order), history)
  applySteps(lateSteps, history, ledger)
}

function applySteps(steps: readonly Step[], history: History, ledger: Ledger): void {
  for (const step of steps) {
    if (step.needs === null || history.hasAny(step.needs)) step.apply(history, ledger)
  }
}

/** One of the kind `profile` asks itself who somebody is, and since when. */
function isForAll({ kind, when }: Rule): boolean {
  return when === undefined || kind === 'profile'
}

function isFor({ when }: Rule, { profile, model }: History): boolean {
  return isWho(when!, profile, model.roleOf)
}

type Apply<R> = (rule: R, history: History, ledger: Ledger) => void

function stepOf<R extends Rule>(apply: Apply<R>, rule: R, needs: Kinds | null = null): Step {
  const plain: Step = { needs, apply: (history, ledger) => apply(rule, history, ledger) }
  if (isForAll(rule)) return plain
  return { needs, apply: (history, ledger) => isFor(rule, history) && plain.apply(history, ledger) }
}

/** All of them in one step: of those that are for a person the first that holds pays. */
function attendedSteps(rules: readonly RuleOf<'attended'>[]): Step[] {
  const own = rules.every(isForAll)
    ? () => rules
    : (history: History) => rules.filter((rule) => isForAll(rule) || isFor(rule, history))
  return [{ needs: null, apply: (history, ledger) => attended(own(history), history, ledger) }]
}

function each<K extends RuleKind>(apply: Apply<RuleOf<K>>, needs?: Kinds): StepsOf<K> {
  return (rules) => rules.map((rule) => stepOf<RuleOf<K>>(apply, rule, needs))
}
