import { domainOf } from '../address.ts'
import type { CompiledModel } from '../compile.ts'
import { isWho } from '../condition.ts'
import type { Profile } from '../profile.ts'
import type { Card } from '../score.ts'
import type { AlertRule, Routes } from './rule.ts'
import type { Sign } from './sign.ts'

/** Whom a sign is about. `addresses` are normalised; `webinarKind`: null where the sign belongs to no webinar. */
export interface Subject {
  readonly card: Pick<Card, 'score' | 'grade' | 'stage'>
  readonly profile: Profile
  readonly addresses: readonly string[]
  readonly webinarKind: string | null
}

type Asked = Pick<AlertRule, 'on' | 'filters' | 'accounts'>

/** Whether a rule wants to be told of a sign. Unknown is never right. */
export function passes(rule: Asked, sign: Sign, subject: Subject, { roleOf }: Pick<CompiledModel, 'roleOf'>): boolean {
  const { card, profile, webinarKind } = subject
  const { webinarKinds, minScore, grades, stages, minMinutes, topics, who } = rule.filters
  if (rule.on !== sign.kind) return false
  if (webinarKinds && (webinarKind === null || !webinarKinds.includes(webinarKind))) return false
  if (minScore !== undefined && card.score < minScore) return false
  if (grades && (card.grade === null || !grades.includes(card.grade))) return false
  if (stages && !stages.includes(card.stage)) return false
  if (minMinutes !== undefined && (sign.seenMs ?? 0) < minMinutes * 60_000) return false
  if (topics && !sign.topics?.some((topic) => topics.includes(topic))) return false
  if (rule.accounts && !isOfAccounts(rule.accounts, subject)) return false
  return who === undefined || isWho(who, profile, roleOf)
}

/** Who looks after somebody; null: nobody was named. */
export function ownerOf(
  { routes, otherwise }: Routes,
  subject: Pick<Subject, 'profile' | 'addresses'>,
  { roleOf }: Pick<CompiledModel, 'roleOf'>,
): { owner: string; email: string | null } | null {
  const found = routes.find(({ accounts, when }) => {
    if (accounts && !isOfAccounts(accounts, subject)) return false
    return when === undefined || isWho(when, subject.profile, roleOf)
  })
  const own = found ?? otherwise
  return own && { owner: own.owner, email: own.email ?? null }
}

/** Named by a domain of their addresses, or one above it, or by the name of their company. */
function isOfAccounts(accounts: readonly string[], { profile, addresses }: Pick<Subject, 'profile' | 'addresses'>) {
  const domains = addresses.map(domainOf)
  const company = profile.company?.toLowerCase()
  return accounts.some((account) => {
    const name = account.toLowerCase().replace(/^@/, '')
    return company === name || domains.some((domain) => domain === name || domain.endsWith(`.${name}`))
  })
}
