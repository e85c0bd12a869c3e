import { z } from 'zod'
import type { CompanyAnswer } from '../domain/account-fit.ts'
import { Refused } from '../domain/refusal.ts'
import type { Stage, Temperature } from '../domain/stage.ts'
import { stageOfNumber, temperatureOfNumber } from '../store/stage.ts'
import { type AccountRow, accountFit, accountRowOf, compareMembers, memberCards } from './account-row.ts'
import { everybody } from './everybody.ts'
import { inSteps } from './in-steps.ts'
import { type NamedPerson, namedPeople } from './named-people.ts'
import { readWhole } from './ranking-query.ts'
import { jsonOfUrl, textOfUrl, urlJson } from './url-text.ts'
import type { Workspace } from './workspace.ts'

/** Somebody of an account; `points`: what of the account's score is theirs. */
export interface AccountMember {
  person: NamedPerson
  points: number
  score: number
  grade: string | null
  stage: Stage
  temperature: Temperature
}

/** `fit`: what is known of the company itself, by which its grade is made. */
export interface ShownAccount extends AccountRow {
  fit: CompanyAnswer[]
  members: AccountMember[]
  nextCursor: string | null
  modelVersion: number
}

export interface AccountQuery {
  limit?: string | number | undefined
  cursor?: string | undefined
}

const place = z.object({ score: z.number(), email: z.string(), person: z.int() })

/** A company with its people, the highest score first. Throws `Refused('not_found')`, `('invalid')`. */
export async function showAccount(ws: Workspace, id: string, query: AccountQuery = {}): Promise<ShownAccount> {
  const limit = query.limit ? readWhole('limit', query.limit, 1, 500) : 100
  const after = query.cursor ? readCursor(query.cursor) : null
  const key = id.startsWith('a_') ? textOfUrl(id.slice(2)) : null
  const all = await everybody(ws)
  const at = all.accounts.findIndex((account) => account.key === key)
  const account = all.accounts[at]
  if (!account) throw new Refused('not_found', `There is no account "${id}"`, { field: 'id' })
  const cards = await inSteps(memberCards(ws, all.version, account))
  const behind = after === null ? 0 : cards.findIndex((card) => compareMembers(card, after) > 0)
  const page = behind < 0 ? [] : cards.slice(behind, behind + limit)
  const shown = [...page, ...account.lines].map(({ person }) => person)
  const people = namedPeople(ws, all.version, [...new Set(shown)])
  const points = new Map(account.lines.map((line) => [line.person, line.points]))
  const { grade, answers } = await inSteps(accountFit(ws, all.version, account))
  const last = page.at(-1)
  return {
    ...accountRowOf(account, at + 1, grade, people),
    fit: answers,
    members: page.map((card) => ({
      person: people.get(card.person)!,
      points: points.get(card.person) ?? 0,
      score: card.score,
      grade: card.grade,
      stage: stageOfNumber(card.stage),
      temperature: temperatureOfNumber(card.temperature),
    })),
    nextCursor: last && behind + limit < cards.length ? cursorOf(last) : null,
    modelVersion: all.version,
  }
}

function cursorOf({ score, email, person }: z.infer<typeof place>): string {
  return urlJson({ score, email, person })
}

function readCursor(cursor: string): z.infer<typeof place> {
  const read = place.safeParse(jsonOfUrl(cursor)).data
  if (read) return read
  throw new Refused('invalid', 'cursor: expected the nextCursor of an earlier page', { field: 'cursor' })
}
