import type { CompiledModel } from './compile.ts'
import { isRight, isWho } from './condition.ts'
import type { LedgerLine } from './ledger.ts'
import type { Profile } from './profile.ts'
import type { RuleKind } from './rule.ts'

export const GRADES = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof GRADES)[number]

/** Share of the possible weight that is known and right: A from 75 %, B from 50 %, C from 25 %; none set: no grade. */
export function gradeOf({ characteristics, roleOf }: CompiledModel, profile: Profile): Grade | null {
  if (characteristics.length === 0) return null
  let possible = 0
  let right = 0
  for (const characteristic of characteristics) {
    possible += characteristic.weight
    if (isRight(characteristic, profile, roleOf)) right += characteristic.weight
  }
  return gradeOfShare(right / possible)
}

export function gradeOfShare(share: number): Grade {
  return share >= 0.75 ? 'A' : share >= 0.5 ? 'B' : share >= 0.25 ? 'C' : 'D'
}

/** The attribute by which a person is on one of the negative lists; null: on none. */
export function listedAttribute(
  lists: readonly { attribute: string; oneOf: string[] }[],
  profile: Profile,
  { roleOf }: CompiledModel,
): string | null {
  const hit = lists.find((list) => isRight(list, profile, roleOf))
  return hit?.attribute ?? null
}

/** What of a ledger is for who somebody is and where they work: rules of these kinds. All else is engagement. */
export function fitPointsOf({ rules }: CompiledModel, lines: readonly LedgerLine[]): number {
  let points = 0
  for (const line of lines) if (FIT_KINDS.has(rules.get(line.rule)!.kind)) points += line.points
  return points
}

const FIT_KINDS: ReadonlySet<RuleKind> = new Set(['profile', 'fit_complete'])

/** What fit is worth to a target audience: the multiplier of the first that the person belongs to, else 1. */
export function multiplierOf({ model, roleOf }: CompiledModel, profile: Profile): number {
  return model.fit.audiences.find(({ when }) => isWho(when, profile, roleOf))?.multiplier ?? 1
}
