import { z } from 'zod'
import { Refused } from '../domain/refusal.ts'
import { type AccountRow, accountFit, accountName, accountRowOf } from './account-row.ts'
import { type Account, compareAccounts, everybody } from './everybody.ts'
import { inSteps } from './in-steps.ts'
import { namedPeople } from './named-people.ts'
import { readWhole } from './ranking-query.ts'
import { sortedInSteps } from './sorted-in-steps.ts'
import { jsonOfUrl, urlJson } from './url-text.ts'
import type { Workspace } from './workspace.ts'

/** What a caller may ask of the list of accounts, as it stands in a URL. */
export interface AccountsQuery {
  /** Part of a domain or a name. */
  q?: string | undefined
  sort?: string | undefined
  limit?: string | number | undefined
  cursor?: string | undefined
}

export interface AccountsPage {
  items: AccountRow[]
  /** How many match. */
  total: number
  nextCursor: string | null
  modelVersion: number
}

/** By score, by how many people, by name. */
export const ACCOUNT_SORTS = ['score', 'people', 'name'] as const
type Sort = (typeof ACCOUNT_SORTS)[number]

interface Ranked {
  account: Account
  rank: number
}

const orders: Record<Sort, (a: Ranked, b: Ranked) => number> = {
  score: (a, b) => a.rank - b.rank,
  people: (a, b) => b.account.people.length - a.account.people.length || a.rank - b.rank,
  name: (a, b) => compareText(lowerName(a.account), lowerName(b.account)) || a.rank - b.rank,
}

const place = z.object({
  sort: z.enum(ACCOUNT_SORTS),
  score: z.number(),
  people: z.int(),
  name: z.string().nullable(),
  key: z.string(),
})

/** So many are looked through at a time. */
const atATime = 5_000

/**
 * The companies that people work for, the one with the highest score first. Throws `Refused('invalid')` that names the
 * field.
 */
export async function accounts(ws: Workspace, query: AccountsQuery): Promise<AccountsPage> {
  const limit = query.limit ? readWhole('limit', query.limit, 1, 200) : 50
  const sort = readSort(query.sort)
  const after = query.cursor ? readCursor(query.cursor, sort) : null
  const all = await everybody(ws)
  const found = await inSteps(listed(all.accounts, sort, query.q?.toLowerCase()))
  const behind = after === null ? 0 : found.findIndex((ranked) => isBehind(sort, ranked, after))
  const page = behind < 0 ? [] : found.slice(behind, behind + limit)
  const people = namedPeople(
    ws,
    all.version,
    page.flatMap(({ account }) => account.lines.map(({ person }) => person)),
  )
  const items: AccountRow[] = []
  for (const { account, rank } of page) {
    const { grade } = await inSteps(accountFit(ws, all.version, account))
    items.push(accountRowOf(account, rank, grade, people))
  }
  const more = page.length > 0 && behind + limit < found.length
  return {
    items,
    total: found.length,
    nextCursor: more ? cursorOf(sort, page.at(-1)!.account) : null,
    modelVersion: all.version,
  }
}

function* listed(all: readonly Account[], sort: Sort, q: string | undefined): Generator<void, Ranked[]> {
  const found: Ranked[] = []
  for (const [index, account] of all.entries()) {
    if (!q || lowerName(account).includes(q) || account.key.slice(2).includes(q))
      found.push({ account, rank: index + 1 })
    if (index % atATime === atATime - 1) yield
  }
  return sort === 'score' ? found : yield* sortedInSteps(found, orders[sort])
}

function lowerName(account: Account): string {
  return accountName(account).toLowerCase()
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function cursorOf(sort: Sort, { score, people, name, key }: Account): string {
  return urlJson({ sort, score, people: people.length, name, key })
}

function readCursor(cursor: string, sort: Sort): z.infer<typeof place> {
  const read = place.safeParse(jsonOfUrl(cursor)).data
  if (read?.sort === sort) return read
  throw new Refused('invalid', 'cursor: expected the nextCursor of an earlier page with the same sort', {
    field: 'cursor',
  })
}

/** Whether an account stands behind the one where the page before ended, wherever that stands by now. */
function isBehind(sort: Sort, { account }: Ranked, after: z.infer<typeof place>): boolean {
  const last = { ...account, ...after, people: { length: after.people } as number[] }
  const byScore = compareAccounts(account, last)
  if (sort === 'score') return byScore > 0
  if (sort === 'people') return (last.people.length - account.people.length || byScore) > 0
  return (compareText(lowerName(account), lowerName(last)) || byScore) > 0
}

function readSort(given: string | undefined): Sort {
  const sort = given ? ACCOUNT_SORTS.find((each) => each === given) : 'score'
  if (sort) return sort
  throw new Refused('invalid', `sort: expected ${ACCOUNT_SORTS.join(', ')}, got "${given}"`, { field: 'sort' })
}
