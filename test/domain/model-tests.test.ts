import { describe, expect, it } from 'vitest'
import { type Model, parseModel } from '../../src/domain/model.ts'
import { TEST_FACT_TYPES } from '../../src/domain/model-test-fact.ts'
import { failedTests, runTests } from '../../src/domain/model-tests.ts'
import type { Refused } from '../../src/domain/refusal.ts'
import { TEMPLATES } from '../../src/domain/templates.ts'
import { activityTypes } from '../../src/sources/activities/schemas.ts'
import b2bIt from '../fixtures/model-tests/b2b-it.json' with { type: 'json' }
import onlineBehaviour from '../fixtures/model-tests/online-behaviour.json' with { type: 'json' }
import webinar from '../fixtures/model-tests/webinar.json' with { type: 'json' }

const examples: Record<string, unknown[]> = { webinar, 'b2b-it': b2bIt, 'online-behaviour': onlineBehaviour }

/** A template with these tests. */
function modelWith(tests: unknown[], template = 'webinar', changes: object = {}): Model {
  return parseModel({ ...TEMPLATES[template], ...changes, tests })
}

/** The problems that a test with one thing changed is refused for, as `place: words`. */
function refusal(changes: object): string[] {
  try {
    modelWith([{ ...webinar[0], ...changes }])
  } catch (error) {
    const { problems } = (error as Refused).details as { problems: { field: string; message: string }[] }
    return problems.map(({ field, message }) => `${field}: ${message}`)
  }
  return []
}

const attended = webinar[0]!.facts[1]!

describe('a test inside a model', () => {
  it.each(Object.keys(examples))('comes out as the worked examples of the template %s say', (template) => {
    expect(failedTests(modelWith(examples[template]!, template))).toEqual([])
    expect(runTests(modelWith(examples[template]!, template))).toHaveLength(2)
  })

  it('may give a fact of every type that an activity call knows, and webinars by themselves', () => {
    const told = activityTypes.filter((type) => !/^webinar\.(scheduled|started|ended)$/.test(type))
    expect([...TEST_FACT_TYPES].sort()).toEqual([...told].sort())
  })

  it('says what it expected and what came out instead, of each thing it looks at, with the ledger', () => {
    const expected = { score: 98, stage: 'mql', grade: 'A', temperature: 'hot', points: { attended_full: 12, gone: 0 } }
    const [result] = runTests(modelWith([{ ...webinar[0], expect: expected }]))
    expect(result).toMatchObject({
      name: webinar[0]!.name,
      because: webinar[0]!.because,
      passed: false,
      failures: [
        { what: 'score', expected: 98, got: 97 },
        { what: 'stage', expected: 'mql', got: 'sql' },
        { what: 'grade', expected: 'A', got: null },
        { what: 'points.attended_full', expected: 12, got: 20 },
        { what: 'points.gone', expected: 0, got: 'no such rule' },
      ],
      came: { score: 97, stage: 'sql', grade: null, temperature: 'hot' },
    })
    expect(result!.ledger.map(({ rule, points }) => [rule, points])).toContainEqual(['attended_demo', 50])
  })

  it('turns red when the points of a rule change, and names only itself', () => {
    const rules = TEMPLATES.webinar!.rules.map((rule) => (rule.id === 'question_asked' ? { ...rule, points: 5 } : rule))
    expect(failedTests(modelWith(webinar, 'webinar', { rules })).map(({ name, failures }) => [name, failures])).toEqual(
      [
        [
          'A demo seen to the end with a question is ripe',
          [
            { what: 'score', expected: 97, got: 87 },
            { what: 'points.question_asked', expected: 15, got: 5 },
          ],
        ],
      ],
    )
  })

  it('is red in words, not a crash, where nothing can be scored', () => {
    const calendar = { timezone: 'Mars/Olympus', weekend: [], holidays: [] }
    // A model that is stored has a calendar that works: such a one comes only from a program.
    const [first, second] = failedTests({ ...modelWith(webinar), calendar })
    expect(first).toMatchObject({ came: null, failures: [{ what: 'scoring', got: expect.stringContaining('Mars') }] })
    expect(second).toMatchObject({ came: null })
  })

  it('knows a person from the first fact on, and what later facts add from then on', () => {
    const test = {
      name: 'moved',
      asOf: '2026-03-12T12:00Z',
      person: { jobTitle: 'CISO', employees: 100 },
      facts: [
        { type: 'meeting.booked', at: '2026-03-01T12:00Z' },
        { type: 'profile.updated', at: '2026-03-05T12:00Z', person: { employees: 5000 } },
      ],
      expect: { points: { role_it_decision_maker: 30, company_large: 30, company_small: 0 } },
    }
    expect(failedTests(modelWith([test], 'b2b-it'))).toEqual([])
    expect(failedTests(modelWith([{ ...test, asOf: '2026-03-04T12:00Z' }], 'b2b-it'))).toMatchObject([
      { failures: [{ what: 'points.company_large', expected: 30, got: 0 }] },
    ])
  })

  it('may be of a person who did nothing, and takes the lack of a grade at its word', () => {
    const person = { jobTitle: 'CISO', employees: 5000 }
    const idle = { name: 'idle', asOf: '2026-03-12T12:00Z', person, facts: [] }
    const fine = { ...idle, expect: { score: 60, stage: 'registrant', grade: 'A' } }
    expect(failedTests(modelWith([fine], 'b2b-it'))).toEqual([])
    expect(failedTests(modelWith([{ ...idle, expect: { grade: null } }], 'b2b-it'))).toMatchObject([
      { failures: [{ what: 'grade', expected: null, got: 'A' }] },
    ])
  })

  it('looks at the series and the partner of a webinar', () => {
    const rules = [
      { id: 'partner', points: 5, origin: 'own', kind: 'registered', partners: ['acme'] },
      { id: 'course', points: 3, origin: 'own', kind: 'registered', series: ['842'] },
    ]
    const test = {
      name: 'with Acme',
      asOf: '2026-03-12T12:00Z',
      webinars: [{ id: 'w', series: '842', partner: 'Acme', from: '2026-03-10T10:00Z', to: '2026-03-10T11:00Z' }],
      facts: [{ type: 'person.registered', at: '2026-03-01T12:00Z', webinar: 'w' }],
      expect: { points: { partner: 5, course: 3 } },
    }
    expect(failedTests(modelWith([test], 'webinar', { rules }))).toEqual([])
  })

  it('comes back the same after it was stored as text', () => {
    const model = modelWith(webinar)
    expect(parseModel(JSON.parse(JSON.stringify(model)))).toEqual(model)
    expect(model.tests).toEqual(webinar)
  })
})

describe('a slip in a test', () => {
  it.each([
    ['a type that nobody knows', { facts: [{ ...attended, type: 'webinar.atended' }] }],
    ['a webinar given as a fact', { facts: [{ type: 'webinar.started', at: '2026-03-10T10:00Z' }] }],
    ['no type', { facts: [{ at: '2026-03-10T10:00Z' }] }],
  ])('is named with the types that are allowed: %s', (_, changes) => {
    expect(refusal(changes)).toEqual([
      expect.stringMatching(/^tests\.0\.facts\.0\.type: expected one of .*webinar\.attended, .*lead\.returned$/),
    ])
  })

  it.each<[string, object, string]>([
    [
      'a member of another type',
      { facts: [{ ...attended, text: 'Hello' }] },
      'tests.0.facts.0: text: not known here; allowed: type, webinar, person, from, to',
    ],
    [
      'a member of the test',
      { given: [] },
      'tests.0: given: not known here; allowed: name, because, asOf, person, webinars, facts, expect',
    ],
    [
      'something else expected',
      { expect: { points: {}, colour: 1 } },
      'tests.0.expect: colour: not known here; allowed: score, stage, grade, temperature, points',
    ],
    [
      'an answer that no person has',
      { person: { title: 'CEO' } },
      'tests.0.person: title: not known here; allowed: email, firstName, lastName, company, jobTitle, country, phone, industry, employees, attributes',
    ],
    [
      'a day that no calendar has',
      { asOf: '2026-02-30T10:00Z' },
      'tests.0.asOf: expected a moment with its offset such as 2026-03-10T10:00:00Z',
    ],
    [
      'a stay that ends before it begins',
      { facts: [{ ...attended, to: '2026-03-10T09:00Z' }] },
      'tests.0.facts.0.to: may not be before `from`',
    ],
    [
      'a webinar that the test does not have',
      { facts: [{ ...attended, webinar: 'damo' }] },
      'tests.0.facts.0.webinar: damo: no such webinar; expected one of demo',
    ],
    [
      'a replay without a length',
      { facts: [{ type: 'replay.watched', at: '2026-03-10T09:00Z' }] },
      'tests.0.facts.0: needs `intervals`, `watchedSeconds`, `milestone` or `watched`',
    ],
    [
      'nothing expected',
      { expect: {} },
      'tests.0.expect: expects nothing: give score, stage, grade, temperature or points',
    ],
    [
      'a stage that there is not',
      { expect: { stage: 'hot' } },
      'tests.0.expect.stage: expected one of "registrant", "lead", "mql", "sql", "opportunity", "customer", "nurture", "disqualified", got "hot"',
    ],
    [
      'a kind of file that there is not',
      { facts: [{ type: 'content.downloaded', at: '2026-03-10T09:00Z', kind: 'eBook' }] },
      'tests.0.facts.0.kind: expected one of "special_report", "specification", "catalogue", "comparison", "ebook", "guide", "checklist", "infographic", "other", got "eBook"',
    ],
    [
      'a webinar that ends at its start',
      { webinars: [{ id: 'demo', from: '2026-03-10T10:00Z', to: '2026-03-10T10:00Z' }] },
      'tests.0.webinars.0.to: must be after `from`',
    ],
    [
      'a webinar given twice',
      { webinars: [webinar[0]!.webinars[0], webinar[0]!.webinars[0]] },
      'tests.0.webinars.1.id: twice: demo',
    ],
  ])('is named with its place and what is allowed there: %s', (_, changes, words) => {
    expect(refusal(changes)).toEqual([words])
  })

  it('is a name given to two tests', () => {
    expect(() => modelWith([webinar[0], webinar[0]])).toThrow('tests: two tests have the same name')
  })
})
