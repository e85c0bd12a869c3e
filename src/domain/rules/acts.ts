import type { Fact, FactOf, FactType } from '../fact.ts'
import type { History } from '../history.ts'
import { hasKeyword } from '../keywords.ts'
import type { RuleOf } from '../rule.ts'
import { isPageOf } from '../visit.ts'
import { buyingWordsIn } from './asked-about.ts'
import { studiedMails } from './studied.ts'

type DidRule = RuleOf<'did'>
type Act = DidRule['act']

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
  mail_studied: ['email.clicked'],
  page: ['page.viewed', 'visit.ended'],
  social: ['social.engaged'],
  call_answered: ['call.completed'],
  message_replied: ['message.replied'],
  meeting_booked: ['meeting.booked'],
}

/** The facts that are what a rule asks for, in order of time, acts of machines too. A click implies an open. */
export function factsOf(rule: DidRule, history: History): readonly Fact[] {
  const { act, keywords, buying, pageGroup } = rule
  let facts = done(rule, history)
  if (keywords) facts = facts.filter((fact) => hasKeyword(keywords, saidIn(fact)))
  if (buying) facts = facts.filter((fact) => buyingWordsIn(fact, buying, history).length > 0)
  if (pageGroup !== undefined && act !== 'mail_studied') {
    const patterns = history.model.model.pageGroups[pageGroup] ?? []
    facts = facts.filter((fact) => pagesOf(fact).some((page) => isPageOf(patterns, page)))
  }
  return facts
}

function done(rule: DidRule, history: History): readonly Fact[] {
  switch (rule.act) {
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
      return history.of('survey.submitted').filter(({ data }) => openAnswers(data).length > 0)
    case 'mail_opened':
      return both<Fact>(history.of('email.opened'), history.of('email.clicked'))
    case 'mail_clicked':
      return history.of('email.clicked')
    case 'mail_studied':
      return studiedMails(rule, history)
    case 'page':
      return both<Fact>(history.of('page.viewed'), history.of('visit.ended')).filter((fact) => lasted(fact, rule))
    case 'social':
      return history.of('social.engaged').filter(({ data }) => isOneOf(rule.actions, data.action))
    case 'call_answered':
      return history.of('call.completed').filter(({ data }) => data.outcome === 'answered')
    case 'message_replied':
      return history.of('message.replied').filter(({ data }) => isOneOf(rule.actions, data.channel))
    case 'meeting_booked':
      return history.of('meeting.booked')
  }
}

function both<F extends Fact>(some: readonly F[], others: readonly F[]): readonly F[] {
  if (others.length === 0) return some
  return some.length === 0 ? others : [...some, ...others].sort((a, b) => a.time - b.time)
}

function lasted(fact: Fact, { seconds = 0 }: DidRule): boolean {
  return seconds === 0 || ('seconds' in fact.data && (fact.data.seconds ?? 0) >= seconds)
}

function isOneOf(words: readonly string[] | undefined, word: string): boolean {
  return !words || words.includes(word.toLowerCase())
}

function openAnswers({ answers }: FactOf<'survey.submitted'>['data']): string[] {
  return answers.flatMap(({ open, answer }) => (open && answer ? [answer] : []))
}

/** What a person wrote, asked or answered. */
function saidIn({ type, data }: Fact): string {
  if (type === 'survey.submitted') return data.answers.map(({ answer }) => answer ?? '').join('\n')
  if (type === 'poll.answered') return data.answer ?? ''
  return type === 'question.asked' || type === 'chat.sent' ? data.text : ''
}

function pagesOf({ type, data }: Fact): readonly string[] {
  if (type === 'visit.ended') return data.pages
  if (type === 'page.viewed' || type === 'email.clicked') return data.url === undefined ? [] : [data.url]
  return []
}
