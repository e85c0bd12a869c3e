import { capped, demo, type Fixture, hand, opened, page, size } from './parts.ts'
import { beside, full, own, question } from './quiet.ts'

/** Fixtures of acts paid twice. */
export const twice: Record<string, Fixture[]> = {
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
}
