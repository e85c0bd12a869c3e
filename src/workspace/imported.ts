import { keysOf } from '../domain/identity.ts'
import type { Statement } from '../domain/statement.ts'
import type { Words } from '../domain/words.ts'
import type { OutcomesReading } from '../sources/outcomes/files.ts'
import type { FileReading } from '../sources/zoom/files.ts'
import { keyId } from '../store/fact-id.ts'
import { findKey } from '../store/person-keys.ts'
import type { Workspace } from './workspace.ts'

/** What the dashboard says in the language of its reader. */
export type Said = Pick<Words, 'key' | 'params'>

/**
 * `facts` were new; `people` are named in the file. `warnings` in words, `warned` the same for other languages. A row
 * that was left out may name the column that is wrong, from 1.
 */
export interface Imported {
  file: string
  kind: FileReading['kind'] | OutcomesReading['kind']
  rows: number
  webinar: {
    id: string
    platform: string
    platformId: string
    topic: string | null
    startsAt: string | null
  } | null
  facts: number
  people: number
  skipped: ({ row: number; column?: number; reason: string } & Said)[]
  warnings: string[]
  warned: Said[]
}

export function saidOf({ key, params }: Words): Said {
  return { key, params }
}

/** How many people of the workspace statements are about. */
export function peopleIn(ws: Workspace, statements: readonly Statement[]): number {
  const people = new Set<number>()
  for (const { person } of statements) {
    const [key] = keysOf(person)
    const known = key === undefined ? undefined : findKey(ws.db, keyId(key))
    if (known) people.add(known.person)
  }
  return people.size
}
