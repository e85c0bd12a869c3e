import { domainOfAccount } from '../domain/account.ts'
import { accountFitOf, type CompanyAnswer, companyCharacteristics } from '../domain/account-fit.ts'
import { beginOf, canonicalFacts } from '../domain/fact.ts'
import type { Grade } from '../domain/fit.ts'
import { type Profile, profileOf } from '../domain/profile.ts'
import { type CardRow, cardsOfPeople } from '../store/cards.ts'
import type { Account } from './everybody.ts'
import { compiledModel } from './live-models.ts'
import type { NamedPerson } from './named-people.ts'
import { peopleFacts } from './person-facts.ts'
import { sortedInSteps } from './sorted-in-steps.ts'
import { urlText } from './url-text.ts'
import type { Workspace } from './workspace.ts'

/** An account in the list. `rank`: its place by score among all; `top`: the people whose scores add up to its own. */
export interface AccountRow {
  rank: number
  account: { id: string; domain: string | null; name: string | null }
  score: number
  /** Of the company's own characteristics. */
  grade: Grade | null
  people: number
  mqls: number
  sqls: number
  top: { person: NamedPerson; score: number }[]
}

export type MemberCard = CardRow & { person: number }

/** An account's fit is made of the answers of so many of its people, those of the highest scores. */
const mostAsked = 100
const atATime = 100

export function accountRowOf(
  account: Account,
  rank: number,
  grade: Grade | null,
  people: ReadonlyMap<number, NamedPerson>,
): AccountRow {
  const { key, name, score, mqls, sqls } = account
  return {
    rank,
    account: { id: `a_${urlText(key)}`, domain: domainOfAccount(key), name },
    ...{ score, grade, people: account.people.length, mqls, sqls },
    top: account.lines.map(({ person, points }) => ({ person: people.get(person)!, score: points })),
  }
}

/** By what an account is found in a list: its name, else its domain. */
export function accountName({ name, key }: Pick<Account, 'name' | 'key'>): string {
  return name ?? key.slice(2)
}

/** The cards of everybody of an account, the highest score first, in steps. */
export function* memberCards(ws: Workspace, version: number, { people }: Account): Generator<void, MemberCard[]> {
  const cards: MemberCard[] = []
  for (let at = 0; at < people.length; at += atATime) {
    for (const card of cardsOfPeople(ws.db, version, people.slice(at, at + atATime))) cards.push(card)
    yield
  }
  return yield* sortedInSteps(cards, compareMembers)
}

/** By score, then by address, then by number. */
export function compareMembers(
  a: Pick<MemberCard, 'score' | 'email' | 'person'>,
  b: Pick<MemberCard, 'score' | 'email' | 'person'>,
): number {
  return b.score - a.score || (a.email === b.email ? a.person - b.person : a.email < b.email ? -1 : 1)
}

/** How well a company matches, in steps: nothing is read where the model asks nothing of companies. */
export function* accountFit(
  ws: Workspace,
  version: number,
  account: Account,
): Generator<void, { grade: Grade | null; answers: CompanyAnswer[] }> {
  const model = compiledModel(ws, version)
  if (companyCharacteristics(model).length === 0) return { grade: null, answers: [] }
  const cards = yield* memberCards(ws, version, account)
  const people = cards.slice(0, mostAsked).map(({ person }) => person)
  const profiles: Profile[] = []
  for (let at = 0; at < people.length; at += atATime / 4) {
    profiles.push(...profilesOf(ws, people.slice(at, at + atATime / 4)))
    yield
  }
  return accountFitOf(model, profiles)
}

function profilesOf(ws: Workspace, people: readonly number[]): Profile[] {
  const now = ws.now()
  return peopleFacts(ws, people).map(({ facts }) =>
    profileOf(canonicalFacts(facts.filter((fact) => beginOf(fact) <= now))),
  )
}
