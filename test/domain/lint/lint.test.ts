import { describe, expect, it } from 'vitest'
import { SMELLS } from '../../../src/domain/lint/lint.ts'
import { full, question, said } from './quiet.ts'
import { fixtures } from './smells.ts'

const cases = Object.entries(fixtures).flatMap(([name, all]) =>
  all.map((fixture, at) => [`${name} ${at + 1}`, fixture] as const),
)

describe('the linter', () => {
  it('has nothing to say of a quiet model', () => {
    expect(said({})).toEqual([])
  })

  it('has a failing and a clean fixture for each smell', () => {
    expect(Object.keys(fixtures).sort()).toEqual(SMELLS.map(({ name }) => name).sort())
  })

  it.each(cases)('finds %s alone, and not once it is put right', (_, { failing, clean, says, surroundings }) => {
    const found = said(failing, surroundings)
    expect(found).toHaveLength(1)
    expect(found[0]!.slice(0, says.length)).toBe(says)
    expect(said(clean, surroundings)).toEqual([])
  })

  it('does not look at rules that are switched off', () => {
    const off = Object.values(fixtures)
      .flat()
      .flatMap(({ failing }) => ('rules' in failing ? (failing.rules as object[]) : []))
      .filter((rule) => !('notBeside' in rule || 'group' in rule))
      .map((rule, at) => ({ ...rule, id: `r${at}`, enabled: false }))
    expect(said({ rules: off })).toEqual([
      expect.stringMatching(/^error thresholds\.mql: Nobody can reach the 30 points/),
      expect.stringMatching(/^error thresholds\.sql: Nobody can reach the 70 points/),
    ])
  })

  it('says of a model of hundreds of rules that not all is looked at and not all is shown', () => {
    const rules = Array.from({ length: 300 }, (_, at) => ({ ...question, id: `r${at}` }))
    const found = said({ rules })
    expect(found.filter((each) => each.includes('pay for the same act'))).toHaveLength(50)
    expect(found).toContain('warning rules: There is more of this kind; only the first 50 are shown.')
    expect(found).toContain('warning rules: Only the first 200 rules that are switched on were looked at.')
  })

  it('takes a condition that can hold in very many ways as one that can', () => {
    const either = (at: number) => ({ any: [1, 2, 3].map((min) => ({ attribute: `a${at}`, min })) })
    const large = { all: Array.from({ length: 40 }, (_, at) => either(at)) }
    const odd = { all: [...large.all, { attribute: 'x', max: 1 }, { attribute: 'x', min: 2 }] }
    for (const when of [large, odd, { not: odd }]) expect(said({ rules: [full, { ...question, when }] })).toEqual([])
  })
})
