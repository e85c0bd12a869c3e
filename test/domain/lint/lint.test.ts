import { describe, expect, it } from 'vitest'
import { SMELLS } from '../../../src/domain/lint/lint.ts'
import { said } from './quiet.ts'
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
})
