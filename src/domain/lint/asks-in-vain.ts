import type { RuleOf } from '../rule.ts'
import { atRule, ofKind, type Smell } from './finding.ts'
import { smell } from './words.ts'

type Act = RuleOf<'did'>['act']

const WITH_PAGES: readonly Act[] = ['page', 'mail_opened', 'mail_clicked', 'mail_studied']
const WITH_TEXT: readonly Act[] = ['question', 'poll', 'webinar_chat', 'site_chat', 'survey', 'open_answer']
const WITH_SECONDS: readonly Act[] = ['page', 'mail_studied']
const WITH_ACTIONS: readonly Act[] = ['social', 'message_replied']
const OF_WEBINAR = ['webinarKind', 'cobranded', 'partners', 'series', 'topics'] as const

/** An act is asked for something that it never has. */
export const asksInVain: Smell = {
  name: 'asks_in_vain',
  *find(subject) {
    for (const placed of ofKind(subject, 'did')) {
      const { id, act, pageGroup, keywords, buying, seconds, actions, place } = placed.rule
      const said = { rule: id }
      if (pageGroup !== undefined && !WITH_PAGES.includes(act))
        yield atRule(placed, 'error', smell('noPages', { ...said, group: pageGroup }), 'pageGroup')
      const words = keywords ? 'keywords' : buying ? 'buying' : null
      if (words && !WITH_TEXT.includes(act)) yield atRule(placed, 'error', smell('noText', said), words)
      const ignored = [
        seconds !== undefined && !WITH_SECONDS.includes(act) ? 'seconds' : null,
        actions && !WITH_ACTIONS.includes(act) ? 'actions' : null,
        ...OF_WEBINAR.map((member) => (place === 'ever' && placed.rule[member] !== undefined ? member : null)),
      ]
      for (const member of ignored)
        if (member) yield atRule(placed, 'warning', smell('ignored', { ...said, member }), member)
    }
    for (const placed of ofKind(subject, 'attended'))
      if (placed.rule.share !== undefined && placed.rule.seconds !== undefined)
        yield atRule(placed, 'warning', smell('ignored', { rule: placed.rule.id, member: 'seconds' }), 'seconds')
  },
}
