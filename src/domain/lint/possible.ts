import type { AttributeTest, Condition } from '../condition-schema.ts'
import type { Model } from '../model.ts'

/** A leaf of a condition, asked for or ruled out. */
interface Literal {
  readonly test: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>
  readonly not: boolean
}

/** Conditions that can hold in more ways than this are taken as possible. */
const MOST = 64

/** Ways of a condition, asked for and ruled out: every two rules of a model are compared. */
const known = { asked: new WeakMap<Condition, Literal[][]>(), not: new WeakMap<Condition, Literal[][]>() }

/** More ways than are looked at. */
const TOO_MANY: Literal[][] = Array.from({ length: MOST + 1 }, () => [])

/** Whether one person can meet all of these. Only what is proven says no; nobody is asked for is possible. */
export function canHold(conditions: readonly (Condition | undefined)[], model: Pick<Model, 'roles'>): boolean {
  const asked = conditions.filter((condition) => condition !== undefined)
  const ways = waysOf({ all: asked }, false)
  return ways.length > MOST || ways.some((way) => isPossible(way, model))
}

/** Whether everybody who meets the one meets the other, as far as that can be proven. */
export function implies(one: Condition | undefined, other: Condition | undefined, model: Pick<Model, 'roles'>) {
  return other === undefined || !canHold([one, { not: other }], model)
}

/** The leaves of a condition. */
export function* leavesOf(condition: Condition): Iterable<Literal['test']> {
  if ('all' in condition) for (const each of condition.all) yield* leavesOf(each)
  else if ('any' in condition) for (const each of condition.any) yield* leavesOf(each)
  else if ('not' in condition) yield* leavesOf(condition.not)
  else yield condition
}

/** All ways in which a condition can hold: each a row of leaves that must hold together. */
function waysOf(condition: Condition, not: boolean): Literal[][] {
  const kept = known[not ? 'not' : 'asked']
  const before = kept.get(condition)
  if (before) return before
  const ways = workedOut(condition, not)
  kept.set(condition, ways)
  return ways
}

function workedOut(condition: Condition, not: boolean): Literal[][] {
  if ('not' in condition) return waysOf(condition.not, !not)
  if ('all' in condition) return not ? either(condition.all, not) : together(condition.all, not)
  if ('any' in condition) return not ? together(condition.any, not) : either(condition.any, not)
  return [[{ test: condition, not }]]
}

function either(conditions: readonly Condition[], not: boolean): Literal[][] {
  const ways: Literal[][] = []
  for (const each of conditions) {
    ways.push(...waysOf(each, not))
    if (ways.length > MOST) return TOO_MANY
  }
  return ways
}

function together(conditions: readonly Condition[], not: boolean): Literal[][] {
  let ways: Literal[][] = [[]]
  for (const each of conditions) {
    const further = waysOf(each, not)
    if (ways.length * further.length > MOST) return TOO_MANY
    ways = ways.flatMap((way) => further.map((more) => [...way, ...more]))
  }
  return ways
}

function isPossible(way: readonly Literal[], model: Pick<Model, 'roles'>): boolean {
  const byAttribute = new Map<string, { right: AttributeTest[]; wrong: AttributeTest[] }>()
  const others = new Map<string, boolean>()
  for (const { test, not } of way) {
    if ('attribute' in test) {
      const tests = byAttribute.get(test.attribute) ?? { right: [], wrong: [] }
      tests[not ? 'wrong' : 'right'].push(test)
      byAttribute.set(test.attribute, tests)
      continue
    }
    const text = JSON.stringify(test)
    if (others.has(text) && others.get(text) !== not) return false
    others.set(text, not)
  }
  return [...byAttribute].every(([attribute, { right, wrong }]) => hasAnswer(attribute, right, wrong, model))
}

/** Whether some answer is right for these and wrong for those; not to know it is wrong for all. */
function hasAnswer(
  attribute: string,
  right: readonly AttributeTest[],
  wrong: readonly AttributeTest[],
  { roles }: Pick<Model, 'roles'>,
): boolean {
  if (right.length === 0) return true
  const named = right.find(({ oneOf }) => oneOf)?.oneOf
  const answers = attribute === 'role' ? roles.map(({ id }) => id) : named
  if (answers)
    return answers.some(
      (answer) => right.every((test) => fits(test, answer)) && !wrong.some((test) => fits(test, answer)),
    )
  const min = Math.max(...right.map((test) => test.min ?? -Infinity))
  const max = Math.min(...right.map((test) => test.max ?? Infinity))
  if (min > max) return false
  const parts = right.map(({ contains }) => contains).filter((contains) => contains !== undefined)
  return !wrong.some((test) => !test.oneOf && covers(test, min, max) && hasAllParts(test, parts))
}

function covers(test: AttributeTest, min: number, max: number): boolean {
  return (test.min === undefined || test.min <= min) && (test.max === undefined || test.max >= max)
}

/** Whether any text that has one of each of the parts has one of the test's as well. */
function hasAllParts({ contains }: AttributeTest, parts: readonly (readonly string[])[]): boolean {
  if (!contains) return true
  const has = (part: string) => contains.some((own) => part.toLowerCase().includes(own.toLowerCase()))
  return parts.some((either) => either.every(has))
}

function fits({ oneOf, contains, min, max }: AttributeTest, answer: string): boolean {
  const text = answer.toLowerCase()
  if (oneOf && !oneOf.some((right) => right.toLowerCase() === text)) return false
  if (contains && !contains.some((part) => text.includes(part.toLowerCase()))) return false
  if (min !== undefined && !(Number(answer) >= min)) return false
  return max === undefined || Number(answer) <= max
}
