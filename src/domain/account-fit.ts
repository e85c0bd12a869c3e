import type { CompiledModel } from './compile.ts'
import { isRight } from './condition.ts'
import { type Grade, gradeOfShare } from './fit.ts'
import type { Characteristic } from './model.ts'
import { answerOf, type Profile } from './profile.ts'

const ofCompanies: ReadonlySet<string> = new Set(['company', 'country', 'industry', 'employees'])

/** Characteristics of the company: those that say so, or are its name, country, industry or size. */
export function companyCharacteristics({ characteristics }: Pick<CompiledModel, 'characteristics'>): Characteristic[] {
  return characteristics.filter(({ of, attribute }) => (of ? of === 'company' : ofCompanies.has(attribute)))
}

/** What is known of one characteristic of a company; `answer` null: nothing, which is never right. */
export interface CompanyAnswer {
  readonly id: string
  readonly attribute: string
  readonly answer: string | number | boolean | null
  readonly right: boolean
}

/**
 * How well a company matches: the share of the possible weight of its own characteristics that is known and right.
 * An answer is the one that most of its people give, of several the one met first. No such characteristic: no grade.
 */
export function accountFitOf(
  model: Pick<CompiledModel, 'characteristics' | 'roleOf'>,
  people: readonly Profile[],
): { grade: Grade | null; answers: CompanyAnswer[] } {
  let [possible, right] = [0, 0]
  const answers = companyCharacteristics(model).map((characteristic): CompanyAnswer => {
    const { id, attribute, weight } = characteristic
    const answer = mostGiven(people, attribute)
    const isSo = answer !== null && isRight(characteristic, profileWith(attribute, answer), model.roleOf)
    possible += weight
    if (isSo) right += weight
    return { id, attribute, answer, right: isSo }
  })
  return { grade: answers.length > 0 ? gradeOfShare(right / possible) : null, answers }
}

function mostGiven(people: readonly Profile[], attribute: string): CompanyAnswer['answer'] {
  const given = new Map<string, { answer: string | number | boolean; count: number }>()
  for (const profile of people) {
    const answer = answerOf(profile, attribute)
    if (answer === undefined) continue
    const text = String(answer).toLowerCase()
    const known = given.get(text)
    if (known) known.count++
    else given.set(text, { answer, count: 1 })
  }
  let most: { answer: CompanyAnswer['answer']; count: number } = { answer: null, count: 0 }
  for (const each of given.values()) if (each.count > most.count) most = each
  return most.answer
}

/** Both kinds of answers are looked up by name (profile.ts). */
function profileWith(attribute: string, answer: string | number | boolean): Profile {
  return ofCompanies.has(attribute) ? { [attribute]: answer } : { attributes: { [attribute]: answer } }
}
