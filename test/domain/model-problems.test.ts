import { describe, expect, test } from 'vitest'
import { parseModel } from '../../src/domain/model.ts'
import { Refused } from '../../src/domain/refusal.ts'
import { TEMPLATES, templateNamed } from '../../src/domain/templates.ts'

type Members = Record<string, unknown>

/** The template `webinar` with other values at these places; undefined: without what is there. */
function changed(values: Record<string, unknown>): object {
  const model = structuredClone(templateNamed('webinar')) as unknown as Members
  for (const [path, value] of Object.entries(values)) {
    const parts = path.split('.')
    const owner = parts.slice(0, -1).reduce((at, part) => at[part] as Members, model)
    if (value === undefined) delete owner[parts.at(-1)!]
    else owner[parts.at(-1)!] = value
  }
  return model
}

/** What it is refused for, `place: what` of each problem. */
function problemsOf(model: unknown): string[] {
  try {
    parseModel(model)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const problems = error.details.problems as { field: string; message: string }[]
    expect(error.message).toContain(problems[0]!.message)
    expect([error.code, error.details.field]).toEqual(['invalid', problems[0]!.field])
    return problems.map(({ field, message }) => `${field}: ${message}`)
  }
  return []
}

const sql = 'thresholds.sql'
const shapes = '{ all } or { any } or { not } or { score } or { grade } or { paid } or { visits } or { attribute,'

describe('a model that is not valid is refused with the place and what is allowed there', () => {
  test.each<[string, Record<string, unknown>, string | RegExp]>([
    ['an unknown kind', { 'rules.3.kind': 'sang' }, /^rules\.3\.kind: expected one of "registered", .*, got "sang"$/],
    ['no kind', { 'rules.3.kind': undefined }, /^rules\.3\.kind: it is missing; expected one of "registered", /],
    ['a surplus member', { 'rules.6.colour': 1 }, /^rules\.6: there is no "colour" here; known are: id, .*, seconds$/],
    [
      'a surplus setting',
      { colour: 1 },
      /^: there is no "colour" here; known are: template, name, goals, thresholds, /,
    ],
    ['no points', { 'rules.2.points': undefined }, 'rules.2.points: it is missing; expected a number'],
    ['points as text', { 'rules.2.points': '5' }, 'rules.2.points: expected a number, got "5"'],
    ['half points', { 'rules.2.points': 1.5 }, 'rules.2.points: expected a whole number, got 1.5'],
    ['too many points', { 'rules.2.points': 20_000 }, 'rules.2.points: expected at most 10000, got 20000'],
    ['no origin', { 'rules.2.origin': 'x' }, 'rules.2.origin: expected one of "given", "house", "own", got "x"'],
    ['an id with blanks', { 'rules.7.id': 'Brief Visit' }, /^rules\.7\.id: a rule id is written like site_visit_long$/],
    ['rules that are no list', { rules: 7 }, 'rules: expected a list, got 7'],
    ['a window of 0 days', { followUpDays: 0 }, 'followUpDays: expected more than 0, got 0'],
    ['points for 0 days', { 'rules.4.expiresDays': 0 }, 'rules.4.expiresDays: expected more than 0, got 0'],
    [
      'a limit of 0 days',
      { 'rules.18.limit': { per: 'window', days: 0 } },
      /^rules\.18\.limit\.days: expected more than 0/,
    ],
    ['a limit per window without one', { 'rules.18.limit': { per: 'window' } }, /^rules\.18\.limit: `days` belongs to/],
    [
      'a limit per year',
      { 'rules.18.limit': { per: 'year' } },
      /^rules\.18\.limit\.per: expected one of "webinar", "day",/,
    ],
    [
      'thresholds out of order',
      { thresholds: { mql: 80, sql: 70 } },
      'thresholds: the score for MQL (80) may not be above the one for SQL (70)',
    ],
    [
      'a threshold in words',
      { [sql]: 'high' },
      new RegExp(`^thresholds\\.sql: expected a number or ${shapes}.*, got "high"$`),
    ],
    [
      'a slip deep in a condition, by the shape that was meant',
      { [sql]: { all: [{ score: 70 }, { not: { visits: { count: 0 } } }] } },
      'thresholds.sql.all.1.not.visits.count: expected more than 0, got 0',
    ],
    [
      'an unknown condition',
      { [sql]: { any: [{ scor: 7 }] } },
      new RegExp(`^thresholds\\.sql\\.any\\.0: expected ${shapes}.*, got \\{"scor":7\\}$`),
    ],
    [
      'a surplus member of a condition',
      { [sql]: { all: [{ grade: 'A', colour: 1 }] } },
      'thresholds.sql.all.0: there is no "colour" here; known are: grade',
    ],
    [
      'a grade that is none',
      { [sql]: { grade: 'E' } },
      'thresholds.sql.grade: expected one of "A", "B", "C", "D", got "E"',
    ],
    ['a condition on nobody', { 'rules.2.when': { all: [] } }, 'rules.2.when.all: it may not be empty'],
    [
      'what someone did as who they are',
      { 'rules.2.when': { score: 5 } },
      /^rules\.2\.when: expected \{ all \} or .* got \{"score":5\}$/,
    ],
    [
      'a moment that is none',
      { observes: { mail: 'now' } },
      'observes.mail: expected "ever" or a moment such as 2026-05-12T14:00:00Z',
    ],
    [
      'a channel that is none',
      { observes: { fax: 'ever' } },
      /^observes: there is no "fax" here; known are: mail, phone, /,
    ],
    [
      'a day that is none',
      { 'calendar.holidays': ['2026-02-30'] },
      /^calendar\.holidays\.0: expected a day such as .*-30"$/,
    ],
    ['a zone that is none', { 'calendar.timezone': 'Mars/Base' }, /^calendar\.timezone: .*"Mars\/Base"/],
    ['a weekday that is none', { 'calendar.weekend': [6, 9] }, 'calendar.weekend.1: expected at most 6, got 9'],
    [
      'a page without slash',
      { 'pageGroups.product': ['x'] },
      'pageGroups.product.0: expected a text that begins with "/", got "x"',
    ],
    [
      'a mail domain that is none',
      { staffDomains: ['kiwi.example', 'kiwi'] },
      'staffDomains.1: "kiwi" is no mail domain in small letters such as company.com',
    ],
    [
      'an address for its domain',
      { freeMailboxes: ['dana@mail.example'] },
      /^freeMailboxes\.0: "dana@mail\.example" is/,
    ],
    ['a mail domain in capitals', { disposableMailboxes: ['Gone.example'] }, /^disposableMailboxes\.0: "Gone/],
    [
      'an id used twice',
      { 'rules.4.id': 'registered_demo' },
      'rules.4.id: "registered_demo" is used twice: here and at rules.2.id',
    ],
    ['a group of none', { 'rules.9.group': 'site' }, 'rules.9.group: "site": this model has none'],
    [
      'a group that there is not',
      { groups: { mail: { points: 10 }, room: { points: 50 } }, 'rules.9.group': 'site' },
      'rules.9.group: "site": this model has only mail, room',
    ],
    [
      'beside a rule that went',
      { 'rules.9.notBeside': 'gone' },
      /^rules\.9\.notBeside: "gone": this model has only registered, /,
    ],
    [
      'paid by a rule that went',
      { [sql]: { not: { paid: 'gone' } } },
      /^thresholds\.sql\.not\.paid: "gone": this model has/,
    ],
    ['a page group that went', { pageGroups: {} }, 'rules.18.pageGroup: "product": this model has none'],
    [
      'a page group of a threshold',
      { [sql]: { visits: { pageGroup: 'shop' } } },
      'thresholds.sql.visits.pageGroup: "shop": this model has only product',
    ],
  ])('%s', (_, values, expected) => {
    const problems = problemsOf(changed(values))
    expect(problems).toHaveLength(1)
    if (typeof expected === 'string') expect(problems).toEqual([expected])
    else expect(problems[0]).toMatch(expected)
  })

  test('and by the id of the rule too, since nobody counts the lines', () => {
    const words = 'The model is not valid: rules.6.share (rule attended_part): expected at most 1, got 2'
    expect(() => parseModel(changed({ 'rules.6.share': 2 }))).toThrow(words)
  })

  test('also where the file is something else, or nested however deep', () => {
    for (const nothing of [null, 7, 'model', [], undefined])
      expect(() => parseModel(nothing)).toThrow('The model is not valid: the file: ')
    const deep = (levels: number) =>
      changed({ [sql]: JSON.parse(`${'{"not":'.repeat(levels)}{"score":70}${'}'.repeat(levels)}`) })
    expect(() => parseModel(deep(5_000))).toThrow('nested too deeply')
    expect(problemsOf(deep(20))).toEqual([])
  })

  test('all at once, as many as anybody reads', () => {
    const rules = templateNamed('webinar').rules.map((rule) => ({ ...rule, points: 'x' }))
    const problems = problemsOf(changed({ rules: [...rules, ...rules] }))
    expect(problems).toHaveLength(50)
    expect(new Set(problems).size).toBe(50)
  })
})

test('any characteristic may be asked for: forms have questions of their own', () => {
  expect(problemsOf(changed({ 'rules.2.when': { attribute: 'favourite_fruit', oneOf: ['kiwi'] } }))).toEqual([])
})

test.each(Object.keys(TEMPLATES))('the template %s is valid as it is and with each of the others', (name) => {
  expect(problemsOf(templateNamed(name))).toEqual([])
  for (const other of Object.keys(TEMPLATES))
    expect([other, problemsOf(templateNamed(`${name}+${other}`))]).toEqual([other, []])
})
