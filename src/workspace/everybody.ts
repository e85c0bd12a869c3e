import { type AccountKey, AccountLines, accountKeyOf, isStaff, Spellings } from '../domain/account.ts'
import type { Grade } from '../domain/fit.ts'
import { isBeyond, type Temperature } from '../domain/stage.ts'
import { addressesOfPeople, type CountedCard, cardsBehind } from '../store/everybody.ts'
import { lastKey } from '../store/person-keys.ts'
import { stageOfNumber, temperatureOfNumber } from '../store/stage.ts'
import { startJob, type Work } from './jobs.ts'
import { compiledModel, currentVersion } from './live-models.ts'
import { sortedInSteps } from './sorted-in-steps.ts'
import type { Workspace } from './workspace.ts'

/** A company that people work for, as the cards of the present moment make it. */
export interface Account {
  readonly key: AccountKey
  /** As most of its people spell it. */
  readonly name: string | null
  readonly score: number
  readonly lines: AccountLines['lines']
  /** Numbers of its people, the disqualified too. */
  readonly people: readonly number[]
  readonly mqls: number
  readonly sqls: number
}

export interface FitCell {
  grade: Grade | null
  temperature: Temperature
  people: number
}

/** Everybody counted up: accounts in their order, and how many are of each grade and temperature. */
export interface Everybody {
  readonly version: number
  readonly accounts: readonly Account[]
  readonly cells: FitCell[]
  readonly leftOut: { staff: number; disqualified: number }
  /** How much had been scored when it was begun. */
  readonly scored: number
}

/** What is remembered of everybody: how often anybody was scored, and what was counted up last. */
export interface Counted {
  scored: number
  last: WeakRef<Everybody> | null
}

const atATime = 200

/**
 * Everybody, counted up from the cards in slices between which all others are served; no more than once for all who ask
 * while nobody is scored. It holds whatever was stored when it was asked for.
 */
export async function everybody(ws: Workspace): Promise<Everybody> {
  const { scored } = ws.counted
  for (;;) {
    const version = currentVersion(ws)
    const last = ws.counted.last?.deref()
    if (last && last.version === version && last.scored >= scored) return last
    const job = startJob(ws, 'everybody', { version }, () => countUp(ws, version))
    await job.ended
    ws.jobs.delete(job.id)
    if (job.error !== null) throw job.error
    ws.counted.last = new WeakRef(job.result!)
    // Who joined a count that was under way may know of more; and a version that was replaced loses its cards.
    if (job.result!.scored >= scored && currentVersion(ws) === version) return job.result!
  }
}

interface Gathered {
  key: AccountKey
  lines: AccountLines
  spellings: Spellings
  people: number[]
  mqls: number
  sqls: number
}

function* countUp(ws: Workspace, version: number): Work<Everybody> {
  const { scored } = ws.counted
  const model = compiledModel(ws, version)
  const accounts = new Map<AccountKey, Gathered>()
  const cells = new Map<string, FitCell>()
  const leftOut = { staff: 0, disqualified: 0 }
  const last = lastKey(ws.db)
  for (let behind = 0; ; ) {
    const cards = cardsBehind(ws.db, version, behind, atATime)
    const addresses = addressesOf(ws, cards)
    for (const card of cards) {
      const known = addresses.get(card.person)!
      if (isStaff(known, model)) {
        leftOut.staff++
        continue
      }
      const isOut = stageOfNumber(card.stage) === 'disqualified'
      if (isOut) leftOut.disqualified++
      else countCell(cells, card)
      const key = accountKeyOf(known, card.company, model)
      if (key !== null) addTo(accounts, key, card, isOut)
    }
    if (cards.length < atATime) break
    behind = cards.at(-1)!.person
    yield (0.9 * behind) / last
  }
  const list: Account[] = []
  for (const { key, lines, spellings, people, mqls, sqls } of accounts.values()) {
    list.push({ key, name: spellings.best, score: lines.score, lines: lines.lines, people, mqls, sqls })
    if (list.length % 5_000 === 0) yield 0.9
  }
  accounts.clear()
  for (const sorting = sortedInSteps(list, compareAccounts); ; ) {
    const { done, value } = sorting.next()
    if (done) return { version, accounts: value, cells: [...cells.values()], leftOut, scored }
    yield 0.95
  }
}

/** By score, then by how many people, then by key. */
export function compareAccounts(a: Account, b: Account): number {
  return b.score - a.score || b.people.length - a.people.length || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

/** All addresses of people, the one by which they are listed first. */
function addressesOf(ws: Workspace, cards: readonly CountedCard[]): Map<number, string[]> {
  const addresses = new Map(cards.map(({ person, email }) => [person, email ? [email] : []]))
  const people = cards.map(({ person }) => person)
  for (const { person, email } of addressesOfPeople(ws.db, people)) {
    const known = addresses.get(person)!
    if (!known.includes(email)) known.push(email)
  }
  return addresses
}

function addTo(accounts: Map<AccountKey, Gathered>, key: AccountKey, card: CountedCard, isOut: boolean): void {
  let account = accounts.get(key)
  if (!account) {
    account = { key, lines: new AccountLines(), spellings: new Spellings(), people: [], mqls: 0, sqls: 0 }
    accounts.set(key, account)
  }
  account.people.push(card.person)
  account.spellings.add(card.company)
  if (isOut) return
  account.lines.add({ person: card.person, points: card.score, email: card.email })
  const stage = stageOfNumber(card.stage)
  if (isBeyond(stage, 'mql')) account.mqls++
  if (isBeyond(stage, 'sql')) account.sqls++
}

function countCell(cells: Map<string, FitCell>, { grade, temperature }: CountedCard): void {
  const key = `${grade} ${temperature}`
  const cell = cells.get(key)
  if (cell) cell.people++
  else cells.set(key, { grade: grade as Grade | null, temperature: temperatureOfNumber(temperature), people: 1 })
}
