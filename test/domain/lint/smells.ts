import type { FactType } from '../../../src/domain/fact.ts'
import type { Surroundings } from '../../../src/domain/lint/finding.ts'
import { beside, brief, full, own, part, question } from './quiet.ts'

/** A model in which a smell is found and the same one put right. */
export interface Fixture {
  failing: object
  clean: object
  /** Begins with severity and path. */
  says: string
  surroundings?: Surroundings
}

const page = { act: 'page', place: 'ever', pageGroup: 'product' }
const opened = { act: 'mail_opened', place: 'after' }
const capped = { cap: { points: 20 } }
const size = (min: number, max?: number) => ({ attribute: 'employees', min, ...(max !== undefined && { max }) })
const leader = { id: 'leader', titles: ['ceo'] }
const demo = { webinarKind: 'demo' }
const live = own('live', 50, 'attended_live', { ...demo, seconds: 60 })
const replay = { ...demo, seconds: 600, share: 0.9, notBeside: 'live' }
const thresholds = (mql: unknown, sql: unknown = 70) => ({ thresholds: { mql, sql } })
const arrived = (...types: FactType[]): Surroundings => ({ sources: [], arrived: types, looked: 50_000 })
const zoom: Surroundings = { sources: [{ name: 'zoom', brings: ['webinar.joined'] }], arrived: [], looked: 0 }

const withFit = beside(
  own('signed_up', 20, 'registered'),
  own('large', 5, 'profile', { when: size(1000) }),
  own('fit', 5, 'fit_complete'),
)
const cappedFit = beside(own('large', 10, 'profile', { when: size(1000), cap: { points: 15 } }))
const grouped = {
  groups: { talk: { points: 10 } },
  rules: [
    own('poll', 5, 'did', { act: 'poll', place: 'during', group: 'talk' }),
    own('chat', 6, 'did', { act: 'webinar_chat', place: 'during', group: 'talk' }),
  ],
}

/** At least one fixture for each smell, by its name. */
export const fixtures: Record<string, Fixture[]> = {
  less_for_more: [
    {
      failing: { rules: [full, { ...part, points: 4 }, brief] },
      clean: { rules: [full, { ...part, points: 6 }, brief] },
      says: 'error rules.1: More attendance pays less: in a webinar of 60 minutes, 599 seconds earn 6, and from 600 seconds on “part” pays 4.',
    },
    {
      failing: { rules: [full, { ...brief, points: -1 }] },
      clean: { rules: [full, { ...brief, points: 0 }] },
      says: 'error rules.1: “brief” takes 1 for being there',
    },
    {
      failing: { rules: [{ ...part, ...demo, points: 4 }, full, brief] },
      clean: { rules: [{ ...part, ...demo, points: 4 }, full, { ...brief, webinarKind: 'educational' }] },
      says: 'error rules.0: More attendance pays less: in a webinar of 60 minutes, 599 seconds earn 6',
    },
    {
      failing: { rules: [{ ...part, seconds: 3600, points: 5 }, brief] },
      clean: { rules: [{ ...part, seconds: 3600, points: 6 }, brief] },
      says: 'error rules.0: More attendance pays less: in a webinar of 60 minutes, 3599 seconds earn 6, and from 3600',
    },
  ],
  live_below_replay: [
    {
      failing: beside(live, own('replay', 60, 'replayed', replay)),
      clean: beside(live, own('replay', 50, 'replayed', replay)),
      says: 'error rules.5: “replay” pays 60 for the replay and “live” only 50 for being there live',
    },
  ],
  always_second: [
    {
      failing: { rules: [brief, { ...part, points: 6 }] },
      clean: { rules: [{ ...part, points: 6 }, brief] },
      says: 'error rules.1: “part” never pays: whenever it holds, “brief” holds too',
    },
    {
      failing: {
        rules: [
          { ...full, share: 0.5, when: size(10) },
          { ...full, id: 'whole', when: size(20) },
        ],
      },
      clean: {
        rules: [
          { ...full, share: 0.5, when: size(20) },
          { ...full, id: 'whole', when: size(10) },
        ],
      },
      says: 'error rules.1: “whole” never pays',
    },
    {
      failing: { rules: [part, full, brief] },
      clean: { rules: [full, part, brief] },
      says: 'error rules.1: “full” never pays in a webinar of 12 minutes or more',
    },
    {
      failing: {
        rules: [
          { ...brief, cobranded: true },
          { ...part, partners: ['Acme'], points: 6 },
        ],
      },
      clean: {
        rules: [
          { ...brief, cobranded: true },
          { ...part, points: 6 },
        ],
      },
      says: 'error rules.1: “part” never pays',
    },
  ],
  lead_by_registering: [
    {
      failing: beside(own('signed_up', 20, 'registered', demo), own('partner', 10, 'registered', { cobranded: true })),
      clean: beside(own('signed_up', 20, 'registered', demo), own('story', 10, 'registered', { webinarKind: 'story' })),
      says: 'error thresholds.mql: Registering for one webinar can earn 30 by itself (signed_up, partner); from 30 on somebody is an MQL.',
    },
    {
      failing: beside(own('signed_up', 20, 'registered'), own('large', 10, 'profile', { when: size(1000) })),
      clean: beside(own('signed_up', 20, 'registered'), own('large', 9, 'profile', { when: size(1000) })),
      says: 'warning thresholds.mql: Registering and what is answered in the form can earn 30 (signed_up, large); from 30 on',
    },
    {
      failing: thresholds({ any: [{ all: [size(1000), { not: { paid: 'question' } }] }] }),
      clean: thresholds({ any: [{ all: [size(1000), { paid: 'question' }] }] }),
      says: 'error thresholds.mql: A registrant who has done nothing yet can meet the condition for MQL',
    },
    {
      failing: thresholds({ all: [{ score: 0 }, size(1000)] }),
      clean: thresholds({ all: [{ score: 1 }, size(1000)] }),
      says: 'error thresholds.mql: A registrant who has done nothing yet',
    },
    {
      failing: { ...withFit, fit: { characteristics: [{ id: 'size', ...size(500) }] } },
      clean: { ...withFit, fit: { characteristics: [{ id: 'size', attribute: 'employees', max: 10 }] } },
      says: 'warning thresholds.mql: Registering and what is answered in the form can earn 30',
    },
  ],
  out_of_reach: [
    {
      failing: { ...thresholds(10, 41), rules: [own('site', 40, 'site_activity', { visits: {} })] },
      clean: { ...thresholds(10, 40), rules: [own('site', 40, 'site_activity', { visits: {} })] },
      says: 'error thresholds.sql: Nobody can reach the 41 points of SQL: all rules together pay 40 at most.',
    },
    {
      failing: {
        ...thresholds(10, { all: [{ score: 25 }, { visits: {} }] }),
        rules: [
          own('small', 5, 'profile', { when: size(1, 9) }),
          own('large', 4, 'profile', { when: size(10) }),
          own('asked', 15, 'did', { act: 'question', place: 'during', cap: { points: 15 } }),
        ],
      },
      clean: {
        ...thresholds(10, { all: [{ score: 24 }, { visits: {} }] }),
        rules: [
          own('small', 5, 'profile', { when: size(1, 9) }),
          own('large', 4, 'profile', { when: { attribute: 'country', oneOf: ['IL'] } }),
          own('asked', 15, 'did', { act: 'question', place: 'during', cap: { points: 15 } }),
        ],
      },
      says: 'error thresholds.sql: Nobody can reach the 25 points of SQL: all rules together pay 20 at most.',
    },
    { failing: thresholds(0), clean: thresholds(1), says: 'warning thresholds.mql: The threshold of MQL is 0' },
    {
      failing: thresholds(70),
      clean: thresholds(69),
      says: 'warning thresholds: MQL and SQL begin at the same score, 70',
    },
    {
      failing: { disqualify: { below: 31, days: 9 } },
      clean: { disqualify: { below: 30, days: 9 } },
      says: 'warning disqualify.below: Whoever stays below 31',
    },
    {
      failing: { disqualify: { below: 0, days: 9 } },
      clean: { disqualify: { below: 0, days: 9 }, ...beside(own('left', -1, 'unsubscribed')) },
      says: 'warning disqualify.below: Nobody is ever disqualified',
    },
    {
      failing: { ...thresholds(5, 11), ...grouped },
      clean: { ...thresholds(5, 10), ...grouped },
      says: 'error thresholds.sql: Nobody can reach the 11 points of SQL: all rules together pay 10 at most.',
    },
  ],
  contradiction: [
    {
      failing: beside(own('odd', 5, 'profile', { when: { all: [size(1, 99), size(100)] } })),
      clean: beside(own('odd', 5, 'profile', { when: { any: [size(1, 99), size(100)] } })),
      says: 'error rules.4.when: The condition contradicts itself',
    },
    {
      failing: { rules: [{ ...full, when: { all: [size(50), { not: size(10) }] } }, brief] },
      clean: { rules: [{ ...full, when: { all: [size(10), { not: size(50) }] } }, brief] },
      says: 'error rules.0.when',
    },
    {
      failing: thresholds(30, { all: [{ paid: 'question' }, { not: { paid: 'question' } }] }),
      clean: thresholds(30, { any: [{ paid: 'question' }, { score: 50 }] }),
      says: 'error thresholds.sql',
    },
    {
      failing: {
        fit: {
          characteristics: [],
          audiences: [{ id: 'a', multiplier: 2, when: { all: [texts('IL'), texts('FR')] } }],
        },
      },
      clean: {
        fit: {
          characteristics: [],
          audiences: [{ id: 'a', multiplier: 2, when: { all: [texts('IL'), texts('il')] } }],
        },
      },
      says: 'error fit.audiences.0.when',
    },
    {
      failing: beside(
        own('odd', 5, 'profile', { when: { all: [texts('IL'), { not: { any: [texts('il'), size(5)] } }] } }),
      ),
      clean: beside(
        own('odd', 5, 'profile', { when: { all: [texts('IL'), { not: { all: [texts('il'), size(5)] } }] } }),
      ),
      says: 'error rules.4.when',
    },
  ],
  unknown_role: [
    {
      failing: { roles: [leader], ...beside(own('buyer', 5, 'profile', { when: role('buyer') })) },
      clean: { roles: [leader], ...beside(own('buyer', 5, 'profile', { when: role('leader') })) },
      says: 'error rules.4.when: No role of the model is called “buyer” (there are: leader)',
    },
    {
      failing: { roles: [leader], ...beside(own('buyer', 5, 'profile', { when: role('leader', 'buyer') })) },
      clean: { roles: [leader], ...beside(own('buyer', 5, 'profile', { when: role('leader') })) },
      says: 'warning rules.4.when: No role of the model is called “buyer”',
    },
    {
      failing: thresholds(30, { all: [{ score: 50 }, role('leader')] }),
      clean: { ...thresholds(30, { all: [{ score: 50 }, role('leader')] }), roles: [leader] },
      says: 'error thresholds.sql: The model has no roles, so “leader” is nobody.',
    },
    {
      failing: { fit: { characteristics: [{ id: 'role', ...role('leader') }] } },
      clean: { fit: { characteristics: [{ id: 'role', ...role('leader') }] }, roles: [leader] },
      says: 'warning fit.characteristics.0.oneOf',
    },
  ],
  empty_pages: [
    {
      failing: {
        pageGroups: { product: [] },
        ...beside(own('pages', 5, 'site_activity', { visits: { pageGroup: 'product' } })),
      },
      clean: {
        pageGroups: { product: ['/p'] },
        ...beside(own('pages', 5, 'site_activity', { visits: { pageGroup: 'product' } })),
      },
      says: 'error rules.4.visits.pageGroup: The page group “product” has no paths',
    },
    {
      failing: {
        pageGroups: { product: [] },
        ...thresholds(30, { all: [{ score: 50 }, { visits: { pageGroup: 'product' } }] }),
      },
      clean: { ...thresholds(30, { all: [{ score: 50 }, { visits: { pageGroup: 'product' } }] }) },
      says: 'error thresholds.sql: The page group “product” has no paths',
    },
  ],
  dead_reference: [
    {
      failing: { ...thresholds(30, { paid: 'question' }), rules: [full, { ...question, enabled: false }] },
      clean: { ...thresholds(30, { paid: 'question' }), rules: [full, question] },
      says: 'error thresholds.sql: The condition asks whether “question” was paid, and that rule is switched off.',
    },
    {
      failing: { ...thresholds(30, { paid: 'question' }), rules: [full, { ...question, points: 0 }] },
      clean: { ...thresholds(30, { paid: 'question' }), rules: [full, { ...question, points: 1 }] },
      says: 'error thresholds.sql: The condition asks whether “question” was paid, and that rule is worth 0',
    },
    {
      failing: beside({ ...live, enabled: false }, own('replay', 40, 'replayed', replay)),
      clean: beside(live, own('replay', 40, 'replayed', replay)),
      says: 'hint rules.5.notBeside',
    },
    { failing: { groups: { talk: { points: 30 } } }, clean: {}, says: 'hint groups.talk' },
  ],
  unknown_word: [
    {
      failing: beside(own('file', 5, 'downloaded', { ...capped, contentKinds: ['whitepaper'] })),
      clean: beside(own('file', 5, 'downloaded', { ...capped, contentKinds: ['guide'] })),
      says: 'error rules.4.contentKinds: No source knows the kind of content “whitepaper”. Known are: special_report, ',
    },
    {
      failing: beside(own('left', -2, 'ignored', { contentKinds: ['guide', 'whitepaper'] })),
      clean: beside(own('left', -2, 'ignored', { contentKinds: ['guide', 'ebook'] })),
      says: 'warning rules.4.contentKinds',
    },
    {
      failing: beside(own('liked', 2, 'did', { ...capped, act: 'social', place: 'ever', actions: ['Liked it'] })),
      clean: beside(own('liked', 2, 'did', { ...capped, act: 'social', place: 'ever', actions: ['liked_it'] })),
      says: 'error rules.4.actions: “Liked it” never matches: such words arrive in lower case with _ for blanks, as “liked_it”.',
    },
    {
      failing: beside({ ...live, webinarKind: 'Demo' }),
      clean: beside(live),
      says: 'error rules.4.webinarKind',
    },
  ],
  empty_list: [
    {
      failing: beside(own('form', 5, 'form_submitted', { ...capped, forms: [] })),
      clean: beside(own('form', 5, 'form_submitted', { ...capped, forms: ['other'] })),
      says: 'error rules.4.forms: “form” names no kind of form',
    },
    {
      failing: beside(own('wrong', -5, 'wrong_fit', { lists: [] })),
      clean: beside(own('wrong', -5, 'wrong_fit', { lists: [texts('FR')] })),
      says: 'warning rules.4.lists: “wrong” has no lists',
    },
    {
      failing: beside(own('fit', 5, 'fit_complete')),
      clean: { ...beside(own('fit', 5, 'fit_complete')), fit: { characteristics: [{ id: 'il', ...texts('IL') }] } },
      says: 'hint rules.4: “fit” waits for the characteristics of fit',
    },
    {
      failing: { ...beside(own('free', -5, 'free_email')), freeMailboxes: [] },
      clean: beside(own('free', -5, 'free_email')),
      says: 'hint rules.4: “free” waits for the list of free mailboxes',
    },
    {
      failing: thresholds(30, { all: [{ score: 50 }, { grade: 'B' }] }),
      clean: {
        ...thresholds(30, { all: [{ score: 50 }, { grade: 'B' }] }),
        fit: { characteristics: [{ id: 'il', ...texts('IL') }] },
      },
      says: 'error thresholds.sql: The condition asks for a grade',
    },
  ],
  impossible_numbers: [
    {
      failing: beside(own('left', -5, 'bounced', { underSeconds: 0 })),
      clean: beside(own('left', -5, 'bounced', { underSeconds: 1 })),
      says: 'error rules.4.underSeconds',
    },
    {
      failing: beside(own('fast', 5, 'pace', { gained: 20, hours: 24, days: 4 })),
      clean: beside(own('fast', 5, 'pace', { gained: 20, hours: 24, days: 3 })),
      says: 'error rules.4.days: 4 days of the calendar do not fit into 24 hours: there are 3 at most.',
    },
    {
      failing: { velocity: { hours: 24, surgePoints: 40, surgeDays: 4 } },
      clean: { velocity: { hours: 24, surgePoints: 40, surgeDays: 3 } },
      says: 'error velocity.surgeDays',
    },
  ],
  asks_in_vain: [
    {
      failing: { rules: [full, { ...question, pageGroup: 'product' }] },
      clean: { rules: [full, { ...question, act: 'mail_clicked', place: 'after', pageGroup: 'product' }] },
      says: 'error rules.1.pageGroup: “question” asks for pages of “product”',
    },
    {
      failing: { rules: [full, { ...question, act: 'meeting_booked', keywords: ['price'] }] },
      clean: { rules: [full, { ...question, keywords: ['price'] }] },
      says: 'error rules.1.keywords: “question” asks for words',
    },
    {
      failing: { rules: [full, { ...question, seconds: 20 }] },
      clean: { rules: [full, { ...question, act: 'page', place: 'after', seconds: 20 }] },
      says: 'warning rules.1.seconds: “question” says `seconds`, which has no effect here.',
    },
    {
      failing: { rules: [{ ...full, seconds: 600 }] },
      clean: { rules: [full] },
      says: 'warning rules.0.seconds',
    },
    {
      failing: beside(own('mail', 1, 'did', { act: 'mail_opened', place: 'ever', ...capped, ...demo })),
      clean: beside(own('mail', 1, 'did', { act: 'mail_opened', place: 'after', ...demo })),
      says: 'warning rules.4.webinarKind',
    },
  ],
  paid_twice: [
    {
      failing: beside(
        own('mail', 5, 'did', opened),
        own('any_mail', 1, 'did', { ...opened, ...capped, place: 'ever' }),
      ),
      clean: beside(
        own('mail', 5, 'did', opened),
        own('click', 1, 'did', { ...opened, ...capped, act: 'mail_clicked' }),
      ),
      says: 'warning rules.5: “any_mail” (1) and “mail” (5) pay for the same act: together 6.',
    },
    {
      failing: beside(hand('quote'), own('form', 5, 'form_submitted', { ...capped, forms: ['quote', 'other'] })),
      clean: beside(hand('quote'), own('form', 5, 'form_submitted', { ...capped, forms: ['other'] })),
      says: 'warning rules.5: “form” (5) and “hand” (50) pay for the same act: together 55.',
    },
    {
      failing: beside(hand('quote'), own('met', 5, 'did', { act: 'meeting_booked', place: 'ever', ...capped })),
      clean: beside(hand('quote'), own('met', 5, 'did', { act: 'call_answered', place: 'ever', ...capped })),
      says: 'warning rules.5: “met” (5) and “hand” (50)',
    },
    {
      failing: beside(own('mid', 5, 'profile', { when: size(200) }), own('large', 9, 'profile', { when: size(1000) })),
      clean: beside(
        own('mid', 5, 'profile', { when: size(200, 999) }),
        own('large', 9, 'profile', { when: size(1000) }),
      ),
      says: 'warning rules.5: “large” (9) and “mid” (5) pay for the same act: together 14.',
    },
    {
      failing: beside(
        own('after', 5, 'visited', { pageGroup: 'product' }),
        own('seen', 4, 'did', { ...page, ...capped }),
      ),
      clean: {
        ...beside(
          own('after', 5, 'visited', { pageGroup: 'product' }),
          own('seen', 4, 'did', { ...page, ...capped, pageGroup: 'story' }),
        ),
        pageGroups: { product: ['/product'], story: ['/story'] },
      },
      says: 'warning rules.5: “seen” (4) and “after” (5)',
    },
    {
      failing: beside(own('file', 5, 'downloaded', capped), own('other', 4, 'downloaded', capped)),
      clean: beside(
        own('file', 5, 'downloaded', capped),
        own('guide', 4, 'downloaded', { ...capped, contentKinds: ['guide'] }),
      ),
      says: 'warning rules.5',
    },
    {
      failing: { rules: [full, question, { ...question, id: 'price', keywords: ['price'] }] },
      clean: { rules: [full, { ...question, ...demo }, { ...question, id: 'price', webinarKind: 'story' }] },
      says: 'hint rules.2: What earns “price” (15) can earn “question” (15) as well: together 30.',
    },
    {
      failing: {
        rules: [
          { ...question, keywords: ['price'] },
          { ...question, id: 'cost', keywords: ['price list'] },
        ],
      },
      clean: {
        rules: [
          { ...question, keywords: ['price'] },
          { ...question, id: 'cost', keywords: ['safety'] },
        ],
      },
      says: 'warning rules.1',
    },
    {
      failing: beside(
        own('gone', -5, 'inactive', { businessDays: 9 }),
        own('long', -5, 'inactive', { businessDays: 20 }),
      ),
      clean: beside(
        own('gone', -5, 'inactive', { businessDays: 9, channel: 'site' }),
        own('long', -5, 'inactive', { businessDays: 9, channel: 'mail' }),
      ),
      says: 'hint rules.5',
    },
    {
      failing: {
        rules: [
          { ...question, when: size(10) },
          { ...question, id: 'large', when: size(50) },
        ],
      },
      clean: {
        rules: [
          { ...question, when: size(10, 49) },
          { ...question, id: 'large', when: size(50) },
        ],
      },
      says: 'warning rules.1: “large” (15) and “question” (15) pay for the same act',
    },
    {
      failing: beside(
        own('first', 2, 'registered', { partners: ['Acme'] }),
        own('second', 2, 'registered', { partners: ['ACME'] }),
      ),
      clean: beside(
        own('first', 2, 'registered', { partners: ['Acme'] }),
        own('second', 2, 'registered', { partners: ['Apex'] }),
      ),
      says: 'warning rules.5: “second” (2) and “first” (2)',
    },
  ],
  unbounded_repeats: [
    {
      failing: beside(own('prices', 5, 'did', page)),
      clean: beside(own('prices', 5, 'did', { ...page, cap: { points: 20 } })),
      says: 'warning rules.4: “prices” pays 5 every day and nothing caps it: the same act on 14 days makes anybody hot (from 70).',
    },
    {
      failing: beside(own('prices', 5, 'did', { ...page, expiresDays: 13 })),
      clean: beside(own('prices', 5, 'did', { ...page, expiresDays: 12 })),
      says: 'warning rules.4: “prices” pays 5 every day and nothing caps it: the same act on 14 days',
    },
    {
      failing: beside(own('prices', 5, 'did', { ...page, halfLifeDays: 30 })),
      clean: beside(own('prices', 5, 'did', { ...page, halfLifeDays: 3 })),
      says: 'warning rules.4: “prices” pays 5 every day',
    },
    {
      failing: beside(own('prices', 5, 'did', { ...page, limit: { per: 'window', days: 7 } })),
      clean: beside(own('prices', 5, 'did', { ...page, limit: { per: 'ever' } })),
      says: 'warning rules.4: “prices” pays 5 again after 7 days and nothing caps it: after 91 days',
    },
    {
      failing: beside(own('prices', 5, 'did', { ...page, limit: { per: 'item' } })),
      clean: {
        ...beside(own('prices', 5, 'did', { ...page, limit: { per: 'item' }, group: 'site' })),
        groups: { site: { points: 69 } },
      },
      says: 'warning rules.4: “prices” pays 5 each time and nothing caps it: 14 times make anybody hot',
    },
    {
      failing: beside(own('mail', 5, 'did', { ...opened, place: 'ever' })),
      clean: beside(own('mail', 5, 'did', opened)),
      says: 'warning rules.4: “mail” pays 5 for each new item and nothing caps it: 14 of them',
    },
    {
      failing: beside(own('file', 25, 'downloaded')),
      clean: beside(own('file', 25, 'downloaded', { limit: { per: 'ever', times: 2 } })),
      says: 'hint rules.4: “file” pays 25 for each new item and nothing caps it: 3 of them',
    },
    {
      failing: beside(own('visit', 5, 'visited', { limit: { per: 'day' } })),
      clean: { ...beside(own('visit', 5, 'visited', { limit: { per: 'day' } })), followUpDays: 7 },
      says: 'warning rules.4: “visit” pays 5 every day',
    },
    {
      failing: beside(own('prices', 5, 'did', { ...page, limit: { per: 'day', times: 20 } })),
      clean: beside(own('prices', 5, 'did', { ...page, limit: { per: 'ever', times: 20 } })),
      says: 'warning rules.4: “prices” pays 5 each time and nothing caps it: 14 times make anybody hot',
    },
    {
      failing: beside(own('prices', 5, 'did', { ...page, cap: { points: 70, days: 90 } })),
      clean: beside(own('prices', 5, 'did', { ...page, cap: { points: 69, days: 90 } })),
      says: 'warning rules.4: “prices” pays 5 every day',
    },
  ],
  penalty_too_large: [
    {
      failing: beside(own('left', -71, 'unsubscribed')),
      clean: beside(own('left', -70, 'unsubscribed')),
      says: 'warning rules.4.points: “left” takes 71 at once, and hot begins at 70',
    },
  ],
  cap_too_small: [
    {
      failing: { rules: [full, { ...question, cap: { points: 14 } }] },
      clean: { rules: [full, { ...question, cap: { points: 15 } }] },
      says: 'warning rules.1.cap.points: “question” pays 15 and its cap is 14',
    },
    {
      failing: { rules: [full, { ...question, group: 'talk' }], groups: { talk: { points: 14, days: 30 } } },
      clean: { rules: [full, { ...question, group: 'talk' }], groups: { talk: { points: 15, days: 30 } } },
      says: 'warning rules.1.group: “question” pays 15 and the cap of its group “talk” is 14',
    },
    {
      failing: beside(own('signed_up', 40, 'registered', { cap: { points: 20 } })),
      clean: beside(own('signed_up', 20, 'registered', { cap: { points: 20 } })),
      says: 'warning rules.4.cap.points',
    },
    {
      failing: {
        ...cappedFit,
        fit: { characteristics: [], audiences: [{ id: 'a', when: texts('IL'), multiplier: 2 }] },
      },
      clean: {
        ...cappedFit,
        fit: { characteristics: [], audiences: [{ id: 'a', when: texts('IL'), multiplier: 1.5 }] },
      },
      says: 'warning rules.4.cap.points: “large” pays 20 and its cap is 15',
    },
  ],
  halves_after_expiry: [
    {
      failing: { rules: [full, { ...question, expiresDays: 30, halfLifeDays: 60 }] },
      clean: { rules: [full, { ...question, expiresDays: 30, halfLifeDays: 10 }] },
      says: 'warning rules.1.halfLifeDays: “question” halves every 60 days but expires after 30: of 15 there are 11 left',
    },
    {
      failing: { rules: [full, { ...question, expiresDays: 30, halfLifeDays: 30 }] },
      clean: { rules: [full, { ...question, expiresDays: 30, halfLifeDays: 29 }] },
      says: 'warning rules.1.halfLifeDays: “question” halves every 30 days but expires after 30: of 15 there are 8 left',
    },
  ],
  not_observed: [
    {
      failing: { ...beside(own('gone', -5, 'inactive', { businessDays: 9 })), observes: { social: 'ever' } },
      clean: beside(own('gone', -5, 'inactive', { businessDays: 9 })),
      says: 'warning rules.4: “gone” is a penalty for silence, but the model observes neither',
    },
    {
      failing: beside(own('gone', -5, 'absent', { channel: 'social', afterDays: 9 })),
      clean: beside(own('gone', -5, 'absent', { channel: 'mail', afterDays: 9 })),
      says: 'warning rules.4.channel: “gone” is a penalty for silence on social networks',
    },
  ],
  unused_source: [
    {
      failing: { rules: [question] },
      clean: { rules: [question, brief] },
      says: 'warning rules: The source “zoom” is connected, and no rule that is switched on looks at anything it brings.',
      surroundings: { ...zoom, arrived: ['question.asked'] },
    },
    {
      failing: {},
      clean: beside(own('liked', 2, 'did', { ...capped, act: 'social', place: 'ever' })),
      says: 'hint rules: “social.engaged” arrives',
      surroundings: arrived('webinar.attended', 'question.asked', 'social.engaged', 'deal.won', 'email.bounced'),
    },
  ],
  unfed_rule: [
    {
      failing: beside(own('liked', 2, 'did', { ...capped, act: 'social', place: 'ever' })),
      clean: {},
      says: 'hint rules.4: Nothing feeds “liked”: no connected source brings social.engaged, and there is none among the latest 50000 facts.',
      surroundings: { ...zoom, arrived: ['question.asked'], looked: 50_000 },
    },
  ],
}

function texts(country: string) {
  return { attribute: 'country', oneOf: [country] }
}

function role(...oneOf: string[]) {
  return { attribute: 'role', oneOf }
}

function hand(...forms: string[]) {
  return own('hand', 50, 'hand_raised', { forms, onceInDays: 30, sqlForDays: 30 })
}
