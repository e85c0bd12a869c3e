import type { Rule, RuleKind, RuleOf } from '../../../../src/domain/rule.ts'
import { conditionWords, visitsWords } from './condition-words.ts'
import type { Say } from './say.ts'

type OfKind = { [Kind in RuleKind]: (say: Say, rule: RuleOf<Kind>) => string }

/** What must hold, by kind, with the bounds that belong to the kind itself. */
const words: OfKind = {
  registered: ({ t }) => t('registered'),
  attended: (say, { share, seconds }) => {
    if (share !== undefined) return say.t('attended_share', { percent: say.percent(share) })
    return seconds ? say.t('attended_seconds', { length: say.length(seconds) }) : say.t('attended')
  },
  attended_live: (say, { seconds }) => say.t('attended_live', { length: say.length(seconds) }),
  replayed: (say, { seconds, share }) =>
    say.t('replayed', { length: say.length(seconds), percent: say.percent(share) }),
  did: ({ t }, { act, place }) => t('space', { first: t(`act.${act}`), second: t(`place.${place}`) }),
  visited: ({ t }) => t('visited'),
  bounced: (say, { underSeconds }) => say.t('bounced', { length: say.length(underSeconds) }),
  downloaded: (say, { contentKinds }) =>
    contentKinds ? say.t('downloaded', { list: values(say, contentKinds) }) : say.t('downloaded_anything'),
  ignored: (say, { contentKinds }) =>
    contentKinds ? say.t('ignored', { list: values(say, contentKinds) }) : say.t('ignored_anything'),
  video_watched: (say, { share, contentKinds }) => {
    const watched = say.t('video_watched', { percent: say.percent(share) })
    return contentKinds
      ? say.together([watched, say.t('detail.contentKinds', { list: values(say, contentKinds) })])
      : watched
  },
  hand_raised: (say, { forms, onceInDays, sqlForDays }) =>
    say.together([
      say.t('hand_raised', { list: values(say, forms) }),
      say.t('limit.window', { count: 1, days: say.days(onceInDays) }),
      say.t('detail.sqlForDays', { days: say.days(sqlForDays) }),
    ]),
  form_submitted: (say, { forms }) => say.t('form_submitted', { list: values(say, forms) }),
  inactive: (say, { businessDays, channel, cooling, halfLifeDays = 0 }) => {
    const quiet = say.t('inactive', { count: businessDays })
    const more = [
      channel && say.t('detail.channel', { channel: say.known('channel', channel) }),
      cooling === 'mirror' && say.t('detail.mirror'),
      cooling === 'half_life' && say.t('detail.half_life', { days: say.days(halfLifeDays) }),
    ]
    return say.together([quiet, ...more.filter((part) => typeof part === 'string')])
  },
  absent: (say, { channel, afterDays }) =>
    say.t('absent', { channel: say.known('channel', channel), days: say.days(afterDays) }),
  pace: (say, { gained, hours, days }) => {
    const fast = say.t('pace', { points: say.number(gained), hours: say.hours(hours) })
    return days > 1 ? say.together([fast, say.t('detail.onDays', { days: say.days(days) })]) : fast
  },
  profile: (say, { when }) => say.t('profile', { who: conditionWords(say, when) }),
  site_activity: (say, { visits }) => capital(visitsWords(say, visits)),
  fit_complete: ({ t }) => t('fit_complete'),
  free_email: ({ t }) => t('free_email'),
  mails_unopened: (say, { last, afterDays }) => say.t('mails_unopened', { count: last, days: say.days(afterDays) }),
  opens_without_clicks: ({ t }, { mails }) => t('opens_without_clicks', { count: mails }),
  messages_ignored: (say, { last, channel, afterDays }) =>
    say.t('messages_ignored', { count: last, channel: say.known('channel', channel), days: say.days(afterDays) }),
  calls_unanswered: ({ t }, { last }) => t('calls_unanswered', { count: last }),
  no_human_contact: ({ t }, { attempts }) => t('no_human_contact', { count: attempts }),
  unsubscribed: ({ t }) => t('unsubscribed'),
  wrong_fit: (say, { lists, disqualifies }) => {
    const wrong =
      lists.length > 0
        ? say.t('wrong_fit', { list: say.or(lists.map((list) => conditionWords(say, list))) })
        : say.t('wrong_fit_empty')
    return disqualifies ? say.together([wrong, say.t('detail.disqualifies')]) : wrong
  },
}

export function kindWords<Kind extends RuleKind>(say: Say, rule: Rule & { kind: Kind }): string {
  return (words[rule.kind] as (say: Say, rule: Rule) => string)(say, rule)
}

function values(say: Say, ids: readonly string[]): string {
  return say.or(ids.map((id) => say.known('value', id)))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
