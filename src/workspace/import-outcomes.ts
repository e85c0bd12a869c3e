import { reason } from '../sources/outcomes/files/words.ts'
import type { OutcomeRow, OutcomesReading } from '../sources/outcomes/files.ts'
import { keyId } from '../store/fact-id.ts'
import { findKey } from '../store/person-keys.ts'
import { type Imported, peopleIn, saidOf } from './imported.ts'
import { ingest } from './ingest.ts'
import type { Workspace } from './workspace.ts'

/**
 * Stores deals won and lost of people who are known; rows of others are listed, to be brought in again when these are.
 * To be called inside a transaction.
 */
export function takeOutcomes(
  ws: Workspace,
  file: string,
  { kind, rows, outcomes, skipped }: OutcomesReading,
  receivedAt: number,
  telling: Parameters<typeof ingest>[3],
): Imported {
  const isKnown = ({ address }: OutcomeRow) => findKey(ws.db, keyId(`e:${address}`)) !== undefined
  const statements = outcomes.filter(isKnown).map(({ statement }) => statement)
  const strangers = outcomes
    .filter((each) => !isKnown(each))
    .map(({ row, column, address }) => ({ row, column, why: reason('unknownPerson', { address }) }))
  const { accepted, conflicting } = ingest(ws, statements, receivedAt, telling)
  return {
    ...{ file, kind, rows, webinar: null, warnings: [], warned: [] },
    facts: accepted + conflicting,
    people: peopleIn(ws, statements),
    skipped: [...skipped, ...strangers]
      .sort((a, b) => a.row - b.row)
      .map(({ row, column, why }) => ({ row, column, reason: why.text, ...saidOf(why) })),
  }
}
