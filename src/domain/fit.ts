import type { Characteristic } from './model.ts'
import { answerOf, type Profile } from './profile.ts'

export type Grade = 'A' | 'B' | 'C' | 'D'

/** Whether a characteristic is known and right. */
export function isFit(characteristic: Characteristic, profile: Profile): boolean {
  const answer = answerOf(profile, characteristic.attribute)
  if (answer === undefined) return false
  const { oneOf, contains, min, max } = characteristic
  const text = String(answer).toLowerCase()
  if (oneOf && !oneOf.some((right) => right.toLowerCase() === text)) return false
  if (contains && !contains.some((part) => text.includes(part.toLowerCase()))) return false
  if (min !== undefined && !(Number(answer) >= min)) return false
  return max === undefined || Number(answer) <= max
}

/** Share of the possible weight that is known and right: A from 75 %, B from 50 %, C from 25 %; none set: no grade. */
export function gradeOf(characteristics: readonly Characteristic[], profile: Profile): Grade | null {
  if (characteristics.length === 0) return null
  let possible = 0
  let right = 0
  for (const characteristic of characteristics) {
    possible += characteristic.weight
    if (isFit(characteristic, profile)) right += characteristic.weight
  }
  const share = right / possible
  return share >= 0.75 ? 'A' : share >= 0.5 ? 'B' : share >= 0.25 ? 'C' : 'D'
}

/** The attribute by which a person is on one of the negative lists; null: on none. */
export function listedAttribute(
  lists: readonly { attribute: string; oneOf: string[] }[],
  profile: Profile,
): string | null {
  const hit = lists.find(({ attribute, oneOf }) => isFit({ id: attribute, attribute, weight: 1, oneOf }, profile))
  return hit?.attribute ?? null
}
