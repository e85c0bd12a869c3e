import type { OutgoingHttpHeaders } from 'node:http'
import { Chance } from '../../../src/demo/chance.ts'
import { untilQuiet } from '../../process/running.ts'
import { signed, zoomRun } from '../../zoom-run.ts'
import { type Company, runningCompany, shown } from '../company.ts'
import { is, reaching } from '../marks.ts'
import { connections, post } from '../post.ts'
import type { Figures, Row } from '../row.ts'
import { verifierFigures } from '../signatures/in-process.ts'
import { withOneBitChanged } from '../signatures/signed.ts'
import { databaseOf } from '../stored.ts'

const hour = 3_600_000

/** Who is Zoom, by its signature alone. A valid one is never refused for its age. */
export const signatures: Row = {
  number: 22,
  name: 'signatures',
  mark: {
    short:
      'of 10,000 bits changed none is accepted, of 10,000 valid ones none refused, two secrets during a rotation, a replay has no effect; 300 changed bits over HTTP',
    long: 'the same of 100,000, and 10,000 changed bits over HTTP',
  },
  async run({ size, seed, atEnd, progress }) {
    const chance = new Chance(`signatures ${seed}`)
    const [mass, sample] = size === 'short' ? [10_000, 300] : [100_000, 10_000]
    const verifier = await verifierFigures(chance, mass)
    progress('the verifier alone is done, now over HTTP')
    const served = await servedFigures(await runningCompany(atEnd), chance.of('http'), sample)
    return reaching(
      { ...verifier, ...served },
      {
        'valid and refused': is(0),
        'forged and accepted': is(0),
        'challenges answered otherwise': is(0),
        'rests on timingSafeEqual': is('yes'),
        'over HTTP valid and refused': is(0),
        'over HTTP forged and not 401': is(0),
        'forged and stored': is(0),
        'replays with an effect': is(0),
        'old but not marked late': is(0),
        'refused and not counted': is(0),
      },
    )
  },
}

async function servedFigures(company: Company, chance: Chance, sample: number): Promise<Figures> {
  const { server, path, secret } = company
  const agent = connections(16)
  const bodies = zoomRun(20).map(({ body }) => body)
  const now = () => String(Math.floor(Date.now() / 1000))
  let [refused, notRefused, forgeries, valid] = [0, 0, 0, 0]

  async function send(body: Uint8Array, headers: OutgoingHttpHeaders): Promise<number> {
    return (await post(server.address + path, body, headers, agent)).status
  }
  async function accept(body: string, key: string, timestamp = now()): Promise<void> {
    valid++
    if ((await send(Buffer.from(body), signed(body, key, timestamp))) !== 204) refused++
  }
  async function forge(body: Uint8Array, headers: OutgoingHttpHeaders): Promise<void> {
    forgeries++
    if ((await send(body, headers)) !== 401) notRefused++
  }

  for (const body of bodies) await accept(body, secret)
  const before = await everythingShown(company)
  for (const body of bodies) await accept(body, secret)
  const replayed = (await everythingShown(company)) === before ? 0 : 1

  for (let at = 0; at < sample; at++) {
    const body = chance.pick(bodies)
    const { 'x-zm-signature': signature, 'x-zm-request-timestamp': timestamp } = signed(body, secret, now())
    const right = { signature: signature!, timestamp: timestamp!, body: new Uint8Array(Buffer.from(body)) }
    const changed = withOneBitChanged(right, chance.of(at))
    // A header with a control character never gets to Ripen: Node's client refuses to send it.
    if (/[^\t\x20-\x7e\x80-\xff]/.test(changed.signature + changed.timestamp)) continue
    await forge(changed.body, headersOf(changed.timestamp, changed.signature))
  }
  const [first, second] = [bodies[0]!, bodies[1]!]
  const right = signed(first, secret, now())
  for (const headers of oddHeaders(right)) await forge(Buffer.from(first), headers)
  await forge(Buffer.from(second), right)

  const [{ id }] = JSON.parse(await shown(company, '/api/v1/sources')).items as [{ id: string }]
  await changeSecret(company, id, 'the second secret')
  await accept(first, secret)
  await accept(second, 'the second secret')
  await changeSecret(company, id, 'the third secret')
  await accept(first, 'the second secret')
  await accept(second, 'the third secret')
  await forge(Buffer.from(first), signed(first, secret, now()))

  const old = String(Math.floor((Date.now() - 72 * hour) / 1000))
  await accept(JSON.stringify({ event: 'webinar.sent_late' }), 'the third secret', old)
  const [{ badSignatures }] = JSON.parse(await shown(company, '/api/v1/sources')).items as [{ badSignatures: number }]
  agent.destroy()
  await server.end('SIGTERM')
  const db = databaseOf(company.data)
  const [stored, late] = ['1', "late = 1 AND CAST(body AS TEXT) LIKE '%webinar.sent_late%'"].map(
    (which) => db.prepare(`SELECT count(*) FROM delivery WHERE ${which}`).pluck().get() as number,
  ) as [number, number]
  db.close()
  return {
    'over HTTP forged': forgeries,
    'over HTTP valid': valid,
    'over HTTP valid and refused': refused,
    'over HTTP forged and not 401': notRefused,
    'forged and stored': stored - (valid - refused),
    'replays with an effect': replayed,
    'old but not marked late': 1 - late,
    'refused and not counted': forgeries - badSignatures,
  }
}

function headersOf(timestamp: string, signature: string): OutgoingHttpHeaders {
  return { 'x-zm-request-timestamp': timestamp, 'x-zm-signature': signature }
}

/** Everything that is nearly a signature. */
function oddHeaders(right: Record<string, string>): OutgoingHttpHeaders[] {
  const { 'x-zm-signature': signature, 'x-zm-request-timestamp': timestamp } = right as Record<string, string>
  return [
    {},
    { 'x-zm-signature': signature },
    { 'x-zm-request-timestamp': timestamp },
    headersOf(timestamp!, ''),
    headersOf('', signature!),
    headersOf(timestamp!, `v0=${signature!.slice(3).toUpperCase()}`),
    headersOf(timestamp!, signature!.slice(3)),
    headersOf(timestamp!, signature!.slice(0, -1)),
    headersOf(timestamp!, `${signature}0`),
    headersOf(timestamp!, `v1=${signature!.slice(3)}`),
    headersOf(timestamp!, `v0=${'0'.repeat(64)}`),
    headersOf(timestamp!, `${signature}, ${signature}`),
    headersOf(timestamp!, `v0=${'0'.repeat(64)} ${signature}`),
    headersOf(`${Number(timestamp) + 1}`, signature!),
    headersOf(`0${timestamp}`, signature!),
    headersOf(`${timestamp}.0`, signature!),
    { 'x-zm-request-timestamp': timestamp, 'x-zm-signature': [signature!, signature!] },
    { 'x-zm-request-timestamp': [timestamp!, timestamp!], 'x-zm-signature': signature },
  ]
}

async function changeSecret({ server, apiKey }: Company, id: string, secret: string): Promise<void> {
  const answer = await fetch(`${server.address}/api/v1/sources/${id}/secret`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  })
  if (answer.status !== 204) throw new Error(`a new secret was answered by ${answer.status}: ${await answer.text()}`)
}

/** The people of every webinar and what is known of the webinars, as of one moment. */
async function everythingShown(company: Company): Promise<string> {
  await untilQuiet(company.server.address)
  const webinars = await shown(company, '/api/v1/webinars')
  const rankings = (JSON.parse(webinars).items as { id: string }[]).map(({ id }) =>
    shown(company, `/api/v1/webinars/${id}/ranking?limit=500&asOf=2026-05-01T00:00:00Z`),
  )
  return [webinars, ...(await Promise.all(rankings))].join('\n')
}
