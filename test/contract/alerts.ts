import { expect, test } from 'vitest'
import { created, type Guest, joined, registered, started, type ZoomWebinar } from '../browser/zoom-webinar.ts'
import { type Company, makeCompany } from './company.ts'
import { problemOf, statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'

const minute = 60_000
const patience = { timeout: 30_000, interval: 100 }
const dana: Guest = { name: 'Dana Levi', email: 'dana@firm1.example', stays: [] }

interface Alert {
  id: string
  person: { email: string }
  taken: { by: string } | null
  sends: { state: string }[]
}

/** A demo that has run for some minutes, for which somebody is registered. */
async function demoRunning(host: RunningHost) {
  const kiwi = await makeCompany(host)
  const demo: ZoomWebinar = {
    id: 86_000_000_009,
    topic: 'Backup, live',
    startsAt: Date.now() - 5 * minute,
    minutes: 60,
  }
  for (const { body } of [created(demo), registered(demo, dana), started(demo)]) await kiwi.send(body)
  await kiwi.settled()
  const { items } = await kiwi.get<{ items: { id: string }[] }>('/webinars')
  await kiwi.call('PATCH', `/webinars/${items[0]!.id}`, { kind: 'demo' })
  return { kiwi, joins: (stay: number) => kiwi.send(joined(demo, dana, Date.now(), stay).body) }
}

async function made<T>(company: Company, path: string, body: object): Promise<T> {
  const answer = await company.call('POST', path, body)
  expect([path, answer.status]).toEqual([path, 201])
  return (await answer.json()) as T
}

/** What a company is told of, and where it goes. */
export function alerts(host: () => RunningHost): void {
  test('who comes to a demo is told to Slack and to a program, once and signed, and somebody takes it', async () => {
    const { kiwi, joins } = await demoRunning(host())
    const { target } = host()
    const [chat, hook] = [`/services/T0/B0/${kiwi.slug}`, `/hook/${kiwi.slug}`]
    const slack = await made<{ id: string; note: { text: string } }>(kiwi, '/channels', {
      kind: 'slack',
      name: 'Sales',
      address: target.at(chat),
    })
    const crm = await made<{ id: string; secret: string }>(kiwi, '/channels', {
      kind: 'webhook',
      name: 'CRM',
      address: target.at(hook),
    })
    expect(slack.note.text).toContain('is not Slack')
    expect(crm).toMatchObject({ secret: expect.stringMatching(/^whsec_/), note: null })
    const rule = { name: 'In the demo', on: 'joins_live', filters: { webinarKinds: ['demo'] } }
    await made(kiwi, '/alert-rules', { ...rule, channels: [slack.id, crm.id] })
    expect((await joins(0)).status).toBe(204)
    await expect.poll(() => target.by(chat).length + target.by(hook).length, patience).toBe(2)
    expect(target.by(chat)[0]!.body).toContain('Dana Levi')
    expect(target.by(hook)[0]!.headers['webhook-signature']).toMatch(/^v1,/)
    await joins(1)
    await kiwi.settled()
    const open = async () => (await kiwi.get<{ items: Alert[] }>('/alerts?untaken=true')).items
    await expect
      .poll(async () => (await open())[0]?.sends.map(({ state }) => state), patience)
      .toEqual(['sent', 'sent'])
    const [alert, ...others] = await open()
    expect([alert!.person.email, others]).toEqual([dana.email, []])
    expect((await kiwi.call('POST', `/alerts/${alert!.id}/take`)).status).toBe(200)
    expect(await open()).toEqual([])
    expect(await kiwi.get('/alerts/waits')).toMatchObject({ raised: 1, taken: 1, overFiveMinutes: 0 })
  })

  test('an address where nobody is, a private one, and one that is none are refused with the reason', async () => {
    const kiwi = await makeCompany(host())
    const refused = (kind: string, address: string) =>
      problemOf(kiwi.call('POST', '/channels', { kind, name: 'x', address }))
    expect(await refused('webhook', 'https://10.0.0.7/in')).toMatchObject({ status: 400, field: 'address' })
    expect(await refused('webhook', 'http://ripen.example/in')).toMatchObject({ status: 400, field: 'address' })
    expect(await refused('teams', 'https://kiwi.webhook.office.com/x')).toMatchObject({
      status: 400,
      key: 'channelAddress.teamsRetired',
    })
    expect(await refused('mail', 'dana@firm1.example')).toMatchObject({ status: 400, key: 'alert.noMail' })
    expect(await refused('pigeon', 'x')).toMatchObject({ status: 400, field: 'kind' })
    expect((await kiwi.get<{ items: object[] }>('/channels')).items).toEqual([])
  })

  test('a rule that asks for what is not there is refused by its path, and no call knows what was never made', async () => {
    const kiwi = await makeCompany(host())
    const refused = (rule: object) =>
      problemOf(kiwi.call('POST', '/alert-rules', { name: 'x', on: 'joins_live', ...rule }))
    expect(await refused({ on: 'sneezes' })).toMatchObject({ status: 400, field: 'on' })
    expect(await refused({ filters: { colour: 'red' } })).toMatchObject({
      status: 400,
      detail: expect.stringContaining('colour'),
    })
    expect(await refused({ on: 'target_account' })).toMatchObject({ status: 400, field: 'accounts' })
    expect(await refused({ quietHours: { from: '8', to: '20:00' } })).toMatchObject({
      status: 400,
      field: 'quietHours.from',
    })
    expect(await refused({ channels: ['ch_none'] })).toMatchObject({ status: 404, key: 'alert.noChannel' })
    const unknown = [
      'GET /alerts/al_none',
      'POST /alerts/al_none/take',
      'GET /alert-rules/ar_none',
      'DELETE /channels/ch_none',
    ]
    for (const call of [...unknown, 'POST /channels/ch_none/test', 'POST /sends/sd_none/resend']) {
      const [method, path] = call.split(' ') as [string, string]
      expect([call, await statusOf(kiwi.call(method, path))]).toEqual([call, 404])
    }
  })
}
