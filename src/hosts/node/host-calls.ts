import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { Refused } from '../../domain/refusal.ts'
import { readBody } from '../../http/decode.ts'
import { problemOf, problemResponse } from '../../http/problem.ts'
import { acceptDirectoryLoss, type DirectoryFile } from './directory-file.ts'
import { type Durability, durabilityOf } from './durability.ts'
import type { Inspected } from './inspect.ts'
import type { Upkeep } from './upkeep.ts'
import { lossInWords } from './watermark.ts'

type Fetch = (request: Request) => Promise<Response>

interface Parts {
  data: string
  version: string
  file: DirectoryFile
  upkeep: Upkeep
}

/** What a doctor asks of the process that has the data open. */
export interface Inspections {
  version: string
  sqlite: string
  keyFrom: 'RIPEN_SECRET' | 'file'
  directory: Durability | { closed: string }
  workspaces: (Inspected & { slug: string | null })[]
}

/** What the command line may ask of this host beyond what `otherwise` answers: copies, and what a doctor looks at. */
export function createHostCalls(parts: Parts, otherwise: Fetch, report: (error: unknown) => void): Fetch {
  const { data, file, upkeep } = parts
  const app = new Hono()

  app.post('/local/host/copies', async (c) => {
    const { what, to } = await readBody(c.req.raw, z.object({ what: z.string(), to: z.string() }))
    if (!isAbsolute(to)) throw new Refused('invalid', `to: expected an absolute path, got "${to}"`, { field: 'to' })
    if (existsSync(to)) throw new Refused('conflict', `${to} is there already.`, { field: 'to' })
    const until = await copy(what, to)
    if (until === null) throw new Refused('not_found', `There is no database "${what}".`)
    return c.json({ until: new Date(until).toISOString() }, 201)
  })

  async function copy(what: string, to: string): Promise<number | null> {
    try {
      if (what !== 'directory') return await upkeep.ask('copy', { workspace: what, to })
      return (await file.db?.copyTo(to)) ?? null
    } catch (error) {
      throw new Refused('unavailable', `${what} could not be copied to ${to}: ${(error as Error).message}.`)
    }
  }

  app.get('/local/host/inspection', async (c) => c.json(await inspectAll(parts)))

  app.post('/local/host/accept-losses', async (c) => {
    const workspaces = await upkeep.ask('acceptLosses')
    const directory = file.loss !== null && acceptDirectoryLoss(data, file.loss)
    return c.json({ workspaces, directory })
  })

  app.all('*', (c) => otherwise(c.req.raw))

  app.onError((error) => {
    if (problemOf(error).status === 500) report(error)
    return problemResponse(error)
  })
  return async (request) => app.fetch(request)
}

async function inspectAll({ version, file: { directory, db, loss }, upkeep }: Parts): Promise<Inspections> {
  const found = await upkeep.ask('inspect')
  const slugs = new Map(db ? (await directory.workspaces()).map(({ id, slug }) => [id, slug]) : [])
  const missing = [...slugs.keys()].filter((id) => !found.some((each) => each.id === id))
  const workspaces = [...found, ...missing.map((id) => ({ id, closed: 'Its database is missing. Restore a backup.' }))]
  return {
    version,
    sqlite: db?.prepare<{ version: string }>('SELECT sqlite_version() AS version').get()?.version ?? 'not told',
    keyFrom: process.env.RIPEN_SECRET === undefined ? 'file' : 'RIPEN_SECRET',
    directory: db ? durabilityOf(db) : { closed: loss ? lossInWords('directory', loss) : 'closed' },
    workspaces: workspaces.map((each) => ({ ...each, slug: slugs.get(each.id) ?? null })),
  }
}
