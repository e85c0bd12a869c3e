import { arrived, capped, demo, type Fixture, grouped, size, thresholds, withFit, zoom } from './parts.ts'
import { beside, brief, own, question } from './quiet.ts'

/** Fixtures of thresholds, and what the workspace has. */
export const reach: Record<string, Fixture[]> = {
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
