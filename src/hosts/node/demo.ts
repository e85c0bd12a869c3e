// `npm run demo`: Ripen with a sample company, filled over HTTP, in a folder of its own that goes when it stops.
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { buildWeb } from '../../../web/build.ts'
import { makeSample } from '../../demo/sample.ts'
import { tellOf } from '../../demo/sending/alerts.ts'
import { fill } from '../../demo/sending/fill.ts'
import { openSampleWorkspace, owner } from '../../demo/sending/open.ts'
import type { Connection } from '../../demo/sending/ripen.ts'
import { openTeam, team } from '../../demo/sending/team.ts'
import { play, timelineOf } from '../../demo/sending/timeline.ts'
import { company } from '../../demo/story/companies.ts'
import { Refused } from '../../domain/refusal.ts'
import { asProcess, readPort } from './process.ts'
import { type Served, serve } from './serve.ts'

const colleagues = `With the same password ${team.map(({ email }) => email).join(' and ')} sign the formula, each for their side.`
const stopping = new AbortController()
const { signal } = stopping
const say = (words: string) => void process.stdout.write(`${words}\n`)

/** The folder given, which has to be empty, or a temporary one. */
function freshFolder(given: string | undefined): { data: string; temporary: boolean } {
  if (!given) return { data: mkdtempSync(join(tmpdir(), 'ripen-demo-')), temporary: true }
  const data = resolve(given)
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (readdirSync(data).length > 0)
    throw new Refused(
      'conflict',
      `${data} is not empty, and the demo fills a fresh folder. Set RIPEN_DATA to another one.`,
    )
  return { data, temporary: false }
}

async function untilQuiet({ address }: Connection): Promise<void> {
  for (;;) {
    const health = (await (await fetch(`${address}/healthz`, { signal })).json()) as { backlog: number }
    if (health.backlog === 0) return
    await setTimeout(50, undefined, { signal })
  }
}

async function until(at: number): Promise<void> {
  await setTimeout(Math.max(at - Date.now(), 0), undefined, { signal })
}

/** Serves a fresh folder; when it is stopped the demo ends with it, and a temporary folder goes. */
async function start(): Promise<Served> {
  const port = readPort(process.env.PORT)
  if ((await buildWeb()) === 'built') say('The screens were built.')
  const { data, temporary } = freshFolder(process.env.RIPEN_DATA)
  const clear = () => temporary && rmSync(data, { recursive: true, force: true })
  const served = await serve({ data, port }).catch((error) => {
    clear()
    throw error
  })
  say(`Ripen with a sample company on ${served.address}, data in ${data}${temporary ? ', removed at the end' : ''}`)
  return {
    ...served,
    async stop() {
      stopping.abort()
      await served.stop()
      clear()
      say(`Stopped; ${temporary ? `${data} was removed` : `everything is in ${data}`}.`)
    },
  }
}

async function run({ address, host }: Served): Promise<void> {
  const begun = Date.now()
  const connection: Connection = { fetch, address, signal }
  const token = new URL(host.ownerLink()!).hash.slice(1)
  const password = `ripe-${randomBytes(6).toString('hex')}`
  const secret = randomBytes(16).toString('base64url')
  const sample = makeSample('shaked', begun)
  const ripen = await openSampleWorkspace(connection, { token, password, secret })
  await openTeam(connection, host.local, { slug: company.slug, password })
  await fill(ripen, sample, (words) => say(`  ${words}…`))
  await untilQuiet(connection)
  await tellOf(ripen)
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  say(`${sample.people} people, ready after ${seconds} seconds. One webinar is running right now.`)
  say(
    `\nOpen ${address} and sign in:\n  e-mail    ${owner.email}\n  password  ${password}\n\n${colleagues}\n\nCtrl-C ends it.\n`,
  )
  await play(timelineOf(sample), ripen, until, say)
}

const served = await asProcess(start)
await run(served).catch(async (error) => {
  if (signal.aborted) return
  process.stderr.write(`The demo could not go on: ${error instanceof Error ? error.message : error}\n`)
  await served.stop()
  process.exit(1)
})
