import type { Model } from '../../../../src/domain/model.ts'
import type { TestFailure, TestResult } from '../answers.ts'

/** Whether what came out can be what is expected from now on. */
export function isTakeable({ what, got }: TestFailure): boolean {
  if (what === 'scoring') return false
  return what === 'score' || what.startsWith('points.') ? typeof got === 'number' : true
}

/** A model whose test expects what came out; an expectation that nothing came of goes. */
export function withNewValues(model: Model, { name, failures }: TestResult): Model {
  const tests = model.tests.map((test) => (test.name === name ? failures.filter(isTakeable).reduce(taken, test) : test))
  return { ...model, tests }
}

type Test = Model['tests'][number]

function taken(test: Test, { what, got }: TestFailure): Test {
  const { points, ...plain } = test.expect
  if (what.startsWith('points.')) {
    const rule = what.slice('points.'.length)
    return { ...test, expect: { ...test.expect, points: { ...points, [rule]: got as number } } }
  }
  const { [what as 'score']: _, ...rest } = plain
  const expect = { ...rest, ...(points && { points }), ...(got !== null && { [what]: got }) }
  return { ...test, expect: expect as Test['expect'] }
}

/** The rules that a red test names. */
export function rulesOf({ failures }: TestResult): string[] {
  return failures.flatMap(({ what }) => (what.startsWith('points.') ? [what.slice('points.'.length)] : []))
}
