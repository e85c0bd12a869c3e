import { cappedFit, demo, type Fixture, live, opened, page, replay, size, texts } from './parts.ts'
import { beside, brief, full, own, part, question } from './quiet.ts'

/** Fixtures of attendance, repeats and amounts. */
export const paid: Record<string, Fixture[]> = {
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
}
