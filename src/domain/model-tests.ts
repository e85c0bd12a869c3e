import { type CompiledModel, compile } from './compile.ts'
import type { LedgerLine } from './ledger.ts'
import type { Model } from './model.ts'
import { factsOfTest, webinarsOfTest } from './model-test-given.ts'
import type { ModelTest } from './model-test-schema.ts'
import { type Card, type Scorecard, score } from './score.ts'

/** What a test looks at: `points.<rule>` for what a rule paid in all, `scoring` where no score came out at all. */
export interface TestFailure {
  readonly what: string
  readonly expected: number | string | null
  readonly got: number | string | null
}

/** How one test inside a model came out. `came` is what came out, null where scoring failed. */
export interface TestResult {
  readonly name: string
  readonly because: string | null
  readonly passed: boolean
  readonly failures: readonly TestFailure[]
  readonly came: Pick<Card, 'score' | 'stage' | 'grade' | 'temperature'> | null
  readonly ledger: readonly LedgerLine[]
}

/** Runs the tests inside a model, in their order, with the scoring that everybody gets. Never throws. */
export function runTests(model: Model): TestResult[] {
  let compiled: CompiledModel | Error
  try {
    compiled = compile(model)
  } catch (error) {
    compiled = error as Error
  }
  return model.tests.map((test) => resultOf(test, compiled))
}

/** The tests that are red: a model with any of them is not published. */
export function failedTests(model: Model): TestResult[] {
  return runTests(model).filter(({ passed }) => !passed)
}

function resultOf(test: ModelTest, model: CompiledModel | Error): TestResult {
  const { name, because = null } = test
  try {
    if (model instanceof Error) throw model
    const card = score(model, factsOfTest(test), webinarsOfTest(test), Date.parse(test.asOf))
    const failures = failuresOf(test.expect, card, model)
    const { score: points, stage, grade, temperature, ledger } = card
    return {
      ...{ name, because, passed: failures.length === 0, failures },
      came: { score: points, stage, grade, temperature },
      ledger,
    }
  } catch (error) {
    const failures = [{ what: 'scoring', expected: 'a score', got: (error as Error).message }]
    return { name, because, passed: false, failures, came: null, ledger: [] }
  }
}

function failuresOf({ points = {}, ...plain }: ModelTest['expect'], card: Scorecard, model: CompiledModel) {
  const failures: TestFailure[] = []
  for (const what of ['score', 'stage', 'grade', 'temperature'] as const) {
    const expected = plain[what]
    if (expected !== undefined && expected !== card[what]) failures.push({ what, expected, got: card[what] })
  }
  for (const [rule, expected] of Object.entries(points)) {
    const got = paidBy(rule, card, model)
    if (got !== expected) failures.push({ what: `points.${rule}`, expected, got })
  }
  return failures
}

/** What a rule paid in all; in words, why it cannot pay. */
function paidBy(id: string, { ledger }: Scorecard, { rules }: CompiledModel): number | string {
  const rule = rules.get(id)
  if (!rule) return 'no such rule'
  return ledger.reduce((sum, line) => (line.rule === id ? sum + line.points : sum), 0)
}
