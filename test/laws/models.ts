import { type CompiledModel, compile } from '../../src/domain/compile.ts'
import { parseModel } from '../../src/domain/model.ts'
import { type ModelText, TEMPLATES } from '../../src/domain/templates.ts'

const usual: Partial<ModelText> = {
  observes: { mail: 'ever', site: '2026-03-05T00:00:00Z', social: 'ever' },
  freeMailboxes: ['free.example'],
  calendar: { timezone: 'Asia/Jerusalem', weekend: [5, 6], holidays: ['2026-04-02', '2026-04-08'] },
}

const who = {
  any: [{ attribute: 'role', oneOf: ['it_decision_maker'] }, { not: { attribute: 'employees', min: 100 } }],
}
const changes: Record<string, object> = {
  registered: { points: 3, when: who },
  question_asked: { keywords: ['MUCH'], limit: { times: 2, per: 'ever' }, cap: { points: 20, days: 9 } },
  registration_question: { buying: ['price', 'trial'] },
  open_answer: { buying: true },
  poll_answered: { limit: { per: 'day' }, group: 'talk', halfLifeDays: 3 },
  chat_written: { group: 'talk', expiresDays: 5 },
  site_revisit: { limit: { times: 2, per: 'webinar' }, group: 'site' },
  product_page: { cap: { points: 15 }, halfLifeDays: 10 },
  form_submitted: { limit: { per: 'window', days: 4 } },
  attended_full: { series: ['w1'] },
  inactive: { cooling: 'mirror', businessDays: 3 },
}

/** Every kind of rule, limit, cap, fading and condition at once. */
const wild = {
  ...TEMPLATES.webinar,
  thresholds: {
    mql: { any: [{ score: 20 }, { grade: 'A' }] },
    sql: { all: [{ score: 40 }, { visits: { withinDays: 14, count: 2 } }, { not: { paid: 'unsubscribed' } }] },
  },
  disqualify: { below: 0, days: 6 },
  velocity: { hours: 168, surgePoints: 20, surgeDays: 2 },
  groups: { talk: { points: 6, per: 'webinar' }, site: { points: 30, days: 20 } },
  roles: TEMPLATES['b2b-it']!.roles,
  fit: {
    characteristics: [
      { id: 'size', attribute: 'employees', min: 100 },
      { id: 'role', attribute: 'role', oneOf: ['it_decision_maker'] },
    ],
    audiences: [{ id: 'software', when: { attribute: 'industry', oneOf: ['software'] }, multiplier: 1.5 }],
  },
  rules: [
    ...TEMPLATES.webinar!.rules.map((rule) => ({ ...rule, ...changes[rule.id] })),
    { id: 'fast', points: 9, origin: 'own', kind: 'pace', gained: 25, hours: 60, days: 2 },
    { id: 'seen', points: 4, origin: 'own', kind: 'site_activity', visits: { withinDays: 3, count: 2, seconds: 30 } },
    {
      id: 'read',
      points: 4,
      origin: 'own',
      kind: 'site_activity',
      visits: { pageGroup: 'product', secondsOnPages: 90 },
    },
    { id: 'quiet', points: -7, origin: 'own', kind: 'absent', channel: 'social', afterDays: 4 },
    { id: 'buys', points: 7, origin: 'own', kind: 'did', act: 'question', place: 'during', buying: ['price'] },
    { id: 'passed', points: -2, origin: 'own', kind: 'ignored' },
    {
      id: 'cools',
      points: -1,
      origin: 'own',
      kind: 'inactive',
      businessDays: 5,
      cooling: 'half_life',
      halfLifeDays: 2,
    },
    { id: 'site_stops', points: -6, origin: 'own', kind: 'inactive', businessDays: 4, channel: 'site' },
    {
      id: 'boss',
      points: 6,
      origin: 'own',
      kind: 'profile',
      when: { attribute: 'role', oneOf: ['senior_management'] },
    },
    { id: 'studied', points: 6, origin: 'own', kind: 'did', act: 'mail_studied', place: 'ever', pageGroup: 'product' },
    { id: 'social', points: 3, origin: 'own', kind: 'did', act: 'social', place: 'ever', expiresDays: 8 },
  ],
}

const compiled = (text: unknown): CompiledModel => compile(parseModel({ ...(text as ModelText), ...usual }), 1)

/** The templates, and one that uses everything. */
export const models = [
  ...Object.entries(TEMPLATES).map(([name, text]) => ({ name, model: compiled(text) })),
  { name: 'that uses everything', model: compiled(wild) },
]
