import { capped, demo, type Fixture, leader, live, replay, role, size, texts, thresholds } from './parts.ts'
import { beside, brief, full, own, question } from './quiet.ts'

/** Fixtures of what can never hold. */
export const never: Record<string, Fixture[]> = {
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
      failing: { rules: [full, { ...question, act: 'meeting_booked', buying: true }] },
      clean: { rules: [full, { ...question, buying: true }] },
      says: 'error rules.1.buying: “question” asks for words',
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
}
