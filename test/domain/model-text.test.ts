import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/domain/fact.ts'
import { type Model, parseModel } from '../../src/domain/model.ts'
import { modelChanges } from '../../src/domain/model-diff.ts'
import { modelText } from '../../src/domain/model-text.ts'
import { templateNamed } from '../../src/domain/templates.ts'
import { disposableMailboxes, freeMailboxes } from '../../src/workspace/free-mailboxes.ts'
import { holidaysOf } from '../../src/workspace/holidays.ts'

const names = ['webinar', 'b2b-it', 'online-behaviour', 'webinar+b2b-it:company'] as const

/** As a workspace has it: with all that is put into a template. */
function whole(name: string): Model {
  const template = templateNamed(name)
  return parseModel({
    ...template,
    calendar: { ...template.calendar, holidays: holidaysOf(['IL'], 2024, 2027) },
    freeMailboxes: freeMailboxes(),
    disposableMailboxes: disposableMailboxes(),
    staffDomains: ['kiwi.example'],
  })
}

const models = names.map(whole)
const read = (text: string) => parseModel(JSON.parse(text))

/** Turns the members of every object round: the same content, written by somebody else. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  )
}

describe('the readable file', () => {
  test.each(models)('read back it is the same model: $template', (model) => {
    expect(read(modelText(model))).toEqual(model)
  })

  test('equal models give equal files, however their members are ordered', () => {
    for (const model of models) {
      expect(modelText(turned(model) as Model)).toBe(modelText(model))
      expect(modelText(read(canonicalJson(model)))).toBe(modelText(model))
    }
  })

  test('a rule is a line that begins with its id, and no other line is long', () => {
    for (const model of models) {
      const lines = modelText(model).split('\n')
      for (const { id } of model.rules) {
        const own = lines.filter((line) => line.startsWith(`    { "id": ${JSON.stringify(id)}, "kind": `))
        expect([id, own.length]).toEqual([id, 1])
      }
      const wide = lines.filter((line) => line.length > 120 && !/^ {4}(\{ |"(sql|characteristics)")/.test(line))
      expect(wide).toEqual([])
    }
  })

  test('the lists of mailboxes stand last, and one more entry changes only the lines beside it', () => {
    const [model] = models
    const text = modelText(model!)
    const places = ['"rules"', '"calendar"', '"disposableMailboxes"', '"freeMailboxes"'].map((key) => text.indexOf(key))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const more = [...model!.freeMailboxes]
    more.splice(1, 0, `${more[0]!.slice(0, 1)}zzz.example`)
    const lines = new Set(text.split('\n'))
    const changed = modelText({ ...model!, freeMailboxes: more })
      .split('\n')
      .filter((line) => !lines.has(line))
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.length).toBeLessThan(60)
  })

  test('whatever stands in notes, goals and lists comes back', () => {
    const texts = fc.array(
      fc.string({ unit: 'binary' }).filter((text) => text.length > 0),
      { maxLength: 30 },
    )
    const domains = fc.array(fc.domain(), { maxLength: 30 })
    fc.assert(
      fc.property(texts, domains, fc.string({ unit: 'binary' }), (goals, listed, note) => {
        const rules = models[0]!.rules.map((rule, at) => (at === 3 ? { ...rule, note } : rule))
        const model = { ...models[0]!, goals, freeMailboxes: listed, staffDomains: listed, rules }
        expect(read(modelText(model))).toEqual(model)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the differences of two models', () => {
  const model = models[0]!
  const changesOf = (after: Partial<Model>) => modelChanges(model, parseModel({ ...model, ...after }))

  test('equal models have none', () => {
    for (const each of models) expect(modelChanges(each, structuredClone(each))).toEqual([])
  })

  test('other points are one change, at the rule', () => {
    const rules = model.rules.map((rule) => (rule.id === 'attended_full' ? { ...rule, points: 25 } : rule))
    expect(changesOf({ rules })).toEqual([
      { path: 'rules.attended_full.points', rule: 'attended_full', kind: 'changed', before: 20, after: 25 },
    ])
  })

  test('a rule that comes and one that goes are shown whole, and the others are not', () => {
    const [first, ...rest] = model.rules
    const added = { ...model.rules[5]!, id: 'brand_new' }
    expect(changesOf({ rules: [...rest, added] })).toEqual([
      { path: `rules.${first!.id}`, rule: first!.id, kind: 'removed', before: first, after: null },
      { path: 'rules.brand_new', rule: 'brand_new', kind: 'added', before: null, after: added },
    ])
  })

  test('an entry of a list is a change of its own, and settings are found by their path', () => {
    const changes = changesOf({
      freeMailboxes: [...model.freeMailboxes, 'zz.example'],
      thresholds: { mql: 20, sql: 70 },
    })
    expect(changes).toEqual([
      { path: 'thresholds.mql', rule: null, kind: 'changed', before: 30, after: 20 },
      { path: 'freeMailboxes', rule: null, kind: 'added', before: null, after: 'zz.example' },
    ])
  })

  test('a word of buying that comes or goes is a change of its own, by topic and language', () => {
    const [price, ...others] = model.buyingWords
    const [first, ...rest] = price!.words.he
    const words = { ...price!.words, en: [...price!.words.en, 'rate card'], he: rest }
    const place = { rule: null, before: null, after: null }
    expect(changesOf({ buyingWords: [{ ...price!, words }, ...others] })).toEqual([
      { ...place, path: 'buyingWords.price.words.en', kind: 'added', after: 'rate card' },
      { ...place, path: 'buyingWords.price.words.he', kind: 'removed', before: first },
    ])
    expect(changesOf({ buyingWords: others })).toEqual([
      { ...place, path: 'buyingWords.price', kind: 'removed', before: price },
    ])
  })

  test('one more word of buying changes only the lines beside it in the file', () => {
    const lines = new Set(modelText(model).split('\n'))
    const buyingWords = structuredClone(model.buyingWords)
    buyingWords[3]!.words.en.push('zapier')
    const changed = modelText({ ...model, buyingWords })
      .split('\n')
      .filter((line) => !lines.has(line))
    expect(changed).toEqual([expect.stringContaining('"zapier"')])
  })

  test('another order of rules shows, for of some kinds the first that holds pays', () => {
    const rules = model.rules.toReversed()
    const ids = model.rules.map(({ id }) => id)
    expect(changesOf({ rules })).toEqual([
      { path: 'rules', rule: null, kind: 'changed', before: ids, after: ids.toReversed() },
    ])
  })

  test('there are some exactly where the files differ', () => {
    fc.assert(
      fc.property(fc.constantFrom(...models), fc.constantFrom(...models), (a, b) => {
        expect(modelChanges(a, b).length > 0).toBe(modelText(a) !== modelText(b))
      }),
    )
  })
})
