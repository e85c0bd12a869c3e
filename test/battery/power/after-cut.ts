import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { listWorkspaces } from '../../../src/directory/workspaces.ts'
import { openSqlite } from '../../../src/hosts/node/sqlite.ts'
import { lossOf, numbered } from '../../../src/hosts/node/watermark.ts'
import { readWebhook } from '../../../src/sources/zoom/payload.ts'
import { signatureHeaders } from '../../../src/sources/zoom/verify.ts'
import { factId, stayOf } from '../../../src/store/fact-id.ts'
import { receiveZoom } from '../../../src/workspace/receive-zoom.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { signed } from '../../zoom-run.ts'
import type { Bodies } from '../bodies.ts'
import { Counted, databaseOf, integrityOf } from '../counted.ts'
import { drainAll, openStored, rescoredDifferences } from '../shown.ts'
import { type Story, secret } from './story.ts'

/** What was promised before a cut. */
export interface Promised {
  /** Whether the workspace was made. */
  made: boolean
  acknowledged: ReadonlySet<number>
}

/** What of it is wrong when the disk is looked at afterwards. */
export interface Broken {
  /** Something cannot be opened, is unsound, or takes no webhook any more. */
  corrupt: boolean
  words: string[]
  lost: number
  twice: number
  /** Facts of acknowledged deliveries that are not there. */
  factsLost: number
  /** Rows that scoring once more would change. */
  rescored: number
}

/** Looks at a data folder after a power cut, with the product's own code. */
export async function lookAfter(data: string, story: Story, { made, acknowledged }: Promised): Promise<Broken> {
  const broken: Broken = { corrupt: false, words: [], lost: 0, twice: 0, factsLost: 0, rescored: 0 }
  const directory = join(data, 'directory.db')
  const corrupt = (words: string) => {
    broken.corrupt = true
    broken.words.push(words)
  }
  try {
    if (made && workspacesIn(directory) !== 1) corrupt('the directory does not list the workspace')
    if (existsSync(directory) && integrityOf(directory) !== 'ok') corrupt('directory.db is unsound')
    if (!hasDatabase(data)) {
      if (made) corrupt('the database of the workspace is not there')
      return { ...broken, lost: acknowledged.size }
    }
    const path = databaseOf(data)
    if (lossOf(path, numbered)) corrupt('a server would find something missing and not open it')
    const { ws, close } = openStored(data, path, Date.now())
    const integrity = integrityOf(path)
    if (integrity !== 'ok') corrupt(integrity)
    drainAll(ws)
    const counted = new Counted(path)
    counted.read()
    broken.lost = counted.lost([...acknowledged].map((index) => ({ index })))
    broken.twice = counted.twice()
    broken.factsLost = factsLost(ws, acknowledged, story.bodies)
    if (made) {
      const { rows, example } = rescoredDifferences(ws)
      broken.rescored = rows
      if (rows > 0) broken.words.push(example)
      const status = await takesNext(ws, story)
      if (status !== 204) corrupt(`a webhook is answered by ${status}`)
    }
    close()
  } catch (error) {
    const { message, code } = error as Error & { code?: string }
    corrupt(code ? `${message} (${code})` : message)
  }
  return broken
}

/** Only how many acknowledged deliveries are gone, for the negative control. */
export function lostAfter(data: string, acknowledged: ReadonlySet<number>): number {
  if (!hasDatabase(data)) return acknowledged.size
  const path = databaseOf(data)
  openStored(data, path, Date.now()).close()
  const counted = new Counted(path)
  counted.read()
  return counted.lost([...acknowledged].map((index) => ({ index })))
}

function hasDatabase(data: string): boolean {
  const folder = join(data, 'workspaces')
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.db'))
}

function workspacesIn(path: string): number {
  const db = openSqlite(path)
  const { length } = listWorkspaces(db)
  db.close()
  return length
}

function factsLost({ db }: Workspace, acknowledged: ReadonlySet<number>, bodies: Bodies): number {
  const stored = new Set(
    db
      .prepare<{ id: string }>('SELECT hex(id) AS id FROM fact')
      .all()
      .map(({ id }) => id),
  )
  let lost = 0
  for (const index of acknowledged) for (const id of factsOf(index, bodies)) if (!stored.has(id)) lost++
  return lost
}

const knownOf = new WeakMap<Bodies, Map<number, string[]>>()

/** The ids of what a delivery says. */
function factsOf(index: number, bodies: Bodies): string[] {
  const known = knownOf.get(bodies) ?? new Map<number, string[]>()
  knownOf.set(bodies, known)
  let facts = known.get(index)
  if (!facts) {
    const reading = readWebhook(Buffer.from(bodies.at(index)))
    const statements = reading.outcome === 'read' ? reading.statements : []
    facts = statements.map(({ id, connection }) =>
      Buffer.from(factId(id, connection === undefined ? null : stayOf(connection)))
        .toString('hex')
        .toUpperCase(),
    )
    known.set(index, facts)
  }
  return facts
}

const nextIndex = 1_000_000

async function takesNext(ws: Workspace, { hook, bodies }: Story): Promise<number> {
  const body = bodies.at(nextIndex)
  const headers = signed(body, secret, String(Math.floor(Date.now() / 1000)))
  const key = hook.slice(hook.lastIndexOf('/') + 1)
  const signature = signatureHeaders.map((name) => headers[name]!)
  return (await receiveZoom(ws, key, signature, new Uint8Array(Buffer.from(body)))).status
}
