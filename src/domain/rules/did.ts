import type { Fact, FactType } from '../fact.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { addTo } from '../order.ts'
import type { RuleOf } from '../rule.ts'
import { payOnce } from './once.ts'

type Act = RuleOf<'did'>['act']

/** The kinds of facts that are the act, or may be. */
export const factsOfAct: Readonly<Record<Act, readonly FactType[]>> = {
  question: ['question.asked'],
  poll: ['poll.answered'],
  webinar_chat: ['chat.sent'],
  site_chat: ['chat.sent'],
  survey: ['survey.submitted'],
  open_answer: ['survey.submitted'],
  mail_opened: ['email.opened', 'email.clicked'],
  mail_clicked: ['email.clicked'],
}

/** Something done in or after a webinar, paid once a webinar. Acts of machines never pay, and their line says so. */
export function did(rule: RuleOf<'did'>, history: History, ledger: Ledger): void {
  const acts = factsOf(rule.act, history)
  if (acts.length === 0) return
  const byWebinar = new Map<string, Fact[]>()
  for (const fact of acts) {
    const belonging = history.belongingOf(fact)
    if (!belonging) continue
    const webinar = belonging.webinar.id
    const fits = rule.place === 'any' ? fact.webinar || belonging.when === 'after' : belonging.when === rule.place
    if (fits) addTo(byWebinar, webinar, fact)
    else if (rule.place === 'during' && fact.webinar) {
      ledger.withhold(rule, { at: fact.time, webinar, facts: [fact.id], reason: 'not_during' })
    }
  }
  for (const [webinar, facts] of byWebinar) {
    const machines = facts.filter(isAutomated)
    payOnce(rule, ledger, webinar, machines.length > 0 ? facts.filter((fact) => !isAutomated(fact)) : facts)
    if (machines.length === 0) continue
    const ids = machines.map(({ id }) => id)
    ledger.withhold(rule, { at: machines[0]!.time, webinar, facts: ids, reason: 'automated' })
  }
}

function isAutomated(fact: Fact): boolean {
  return 'automated' in fact.data && fact.data.automated === true
}

function mailsOpened(history: History): readonly Fact[] {
  const [opens, clicks] = [history.of('email.opened'), history.of('email.clicked')]
  return clicks.length === 0 ? opens : [...opens, ...clicks].sort((a, b) => a.time - b.time)
}

/** In order of time; a click implies an open. */
function factsOf(act: Act, history: History): readonly Fact[] {
  switch (act) {
    case 'question':
      return history.of('question.asked')
    case 'poll':
      return history.of('poll.answered')
    case 'webinar_chat':
      return history.of('chat.sent').filter(({ data }) => data.channel === 'webinar')
    case 'site_chat':
      return history.of('chat.sent').filter(({ data }) => data.channel === 'site')
    case 'survey':
      return history.of('survey.submitted')
    case 'open_answer':
      return history
        .of('survey.submitted')
        .filter(({ data }) => data.answers.some(({ open, answer }) => open && answer))
    case 'mail_opened':
      return mailsOpened(history)
    case 'mail_clicked':
      return history.of('email.clicked')
  }
}
