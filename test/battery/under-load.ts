import { join } from 'node:path'
import { newWorkspace, type RunningServer, startServer, temporaryFolder, untilQuiet } from '../process/running.ts'
import { endlessBodies } from './bodies.ts'
import { Counted, integrityOf } from './counted.ts'
import { is, type Mark } from './marks.ts'
import type { Figures, Form } from './row.ts'
import { Sender } from './sender.ts'
import { differences, type Opened, openStored, rescoredDifferences } from './shown.ts'

/** So many webhooks a second are sent. */
export const rate = 1_000
const secret = 'kiwi-secret'

/** A data folder with one workspace, a sender for it, and servers one after the other on the same port. */
export interface UnderLoad {
  data: string
  /** The file of the workspace. */
  database: string
  apiKey: string
  sender: Sender
  /** Starts a server, the next one where the last one listened, and from then on the sender sends to it. */
  start(): Promise<Started>
}

export interface Started extends RunningServer {
  startMs: number
}

export interface Prepared {
  data: string
  hook: string
  apiKey: string
  secret: string
}

/** With a workspace that is there already, else with a new one. */
export async function underLoad(
  { atEnd }: Pick<Form, 'atEnd'>,
  { prepared, bodies = endlessBodies() }: { prepared?: Prepared; bodies?: ReturnType<typeof endlessBodies> } = {},
): Promise<UnderLoad> {
  const { data, hook, apiKey, secret: signs } = prepared ?? (await newlyMade(temporaryFolder(atEnd)))
  const sender = new Sender({ hook, secret: signs, bodies })
  atEnd(() => sender.stop())
  let port = '0'
  async function start() {
    const begin = performance.now()
    const server = await startServer(data, { PORT: port }, atEnd)
    port = new URL(server.address).port
    sender.sendTo(Number(port), rate)
    return { ...server, startMs: performance.now() - begin }
  }
  const id = /^\/hooks\/zoom\/([^.]+)\./.exec(hook)![1]!
  return { data, database: join(data, 'workspaces', `${id}.db`), apiKey, sender, start }
}

export async function newlyMade(data: string): Promise<Prepared> {
  const { path, apiKey } = await newWorkspace(data, secret)
  return { data, hook: path, apiKey, secret }
}

/** What every such row must reach; `endOf` sees it. */
export const whole: Record<string, Mark> = {
  lost: is(0),
  'counted twice': is(0),
  integrity: is('ok'),
  'rows other than scored once more': is(0),
}

/** The same where all that is stored came as deliveries; `endOfDelivered` sees it. */
export const wholeAnew: Record<string, Mark> = { ...whole, 'rows other than made anew': is(0) }

/** Sends until all is acknowledged, ends the server in order, and looks at what is stored. */
export function endOf(setting: UnderLoad, server: RunningServer): Promise<Figures> {
  return ended(setting, server, ({ ws }) => ({ 'rows other than scored once more': rescoredDifferences(ws).rows }))
}

/** The same, and makes all anew from the deliveries. */
export function endOfDelivered(setting: UnderLoad, server: RunningServer): Promise<Figures> {
  return ended(setting, server, (opened) => {
    const { rescored, anew } = differences(opened)
    return { 'rows other than scored once more': rescored, 'rows other than made anew': anew }
  })
}

async function ended(
  { data, database, sender }: UnderLoad,
  server: RunningServer,
  look: (opened: Opened) => Figures,
): Promise<Figures> {
  await sender.finish()
  await untilQuiet(server.address)
  await server.end('SIGTERM')
  const counted = new Counted(database)
  counted.read()
  const opened = openStored(data, database, Date.now())
  const seen = look(opened)
  opened.close()
  return {
    acknowledged: sender.acknowledged.length,
    'broken off and sent again': sender.broken,
    'refused and sent again': [...sender.refused.values()].reduce((sum, count) => sum + count, 0),
    lost: counted.lost(sender.acknowledged),
    'counted twice': counted.twice(),
    integrity: integrityOf(database),
    ...seen,
  }
}

/** Resolves when the sender has so many answers by 204. */
export async function untilAcknowledged(sender: Sender, count: number): Promise<void> {
  const patience = performance.now() + 60_000
  while (sender.acknowledged.length < count) {
    if (performance.now() > patience) throw new Error('nothing was acknowledged for a minute')
    await pause(5)
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
