import { expect, test } from 'vitest'
import { zoomRun } from '../zoom-run.ts'
import { viewed } from './activity.ts'
import { commanded, makeCompany } from './company.ts'
import { moment, problemOf, statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'

const registrations = zoomRun(6).filter(({ event }) => event === 'webinar.registration_created')

interface Day {
  day: string
  came: number
}

interface Sent {
  lastDeliveryAt: string | null
  days: Day[]
  rejectedRecently: object[]
}

interface Sources {
  items: (Sent & { id: string; state: string; alarm: object | null })[]
  others: (Sent & { kind: string; name: string; by: string | null })[]
  alarms: object[]
}

const today = { day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }

/** What came from where, what of it could not be taken, and which source is silent though it should speak. */
export function sources(host: () => RunningHost): void {
  test('it is told of each source how much came today, what became of it, and why something was rejected', async () => {
    const kiwi = await makeCompany(host())
    const now = Date.now()
    const unknown = JSON.stringify({ event: 'webinar.sang', event_ts: now, payload: {} })
    for (const body of [registrations[0]!.body, registrations[0]!.body, unknown, '{"event":'])
      expect(await statusOf(kiwi.send(body))).toBe(204)
    expect(await statusOf(kiwi.send(unknown, 'another secret'))).toBe(401)
    await kiwi.call('POST', '/activities', [viewed('1'), { ...viewed('2'), time: 'noon' }])
    const form = new FormData()
    form.set('file', new Blob(['a,b\n1,2\n']), 'table.csv')
    expect(await statusOf(kiwi.call('POST', '/imports', form))).toBe(400)
    await kiwi.settled()
    const came = async () => (await kiwi.get<Sources>('/sources')).items[0]!.days.at(-1)!.came
    await expect.poll(came, { timeout: 10_000 }).toBe(5)
    const { items, others, alarms } = await kiwi.get<Sources>('/sources')
    const [zoom] = items
    expect(zoom).toMatchObject({ id: kiwi.source, state: 'wrong_secret', lastDeliveryAt: moment, alarm: null })
    expect(zoom!.days).toHaveLength(30)
    expect(zoom!.days.at(-1)).toMatchObject({
      ...{ ...today, came: 5, taken: 1, duplicate: 1, ignored: 1, rejected: 2 },
      ...{ timed: 1, late: 0, meanDelaySeconds: expect.any(Number), longestDelaySeconds: expect.any(Number) },
    })
    expect(zoom!.rejectedRecently).toEqual(
      expect.arrayContaining([
        {
          ...{ at: moment, times: 1, reason: expect.stringContaining('signature'), id: null },
          ...{ key: 'unreadable.signature', params: {} },
        },
        { at: moment, times: 1, reason: expect.any(String), key: 'unreadable.notJson', params: {}, id: 'd4' },
      ]),
    )
    expect(others.map(({ kind, name, by }) => ({ kind, name, by }))).toEqual([
      { kind: 'activities', name: 'https://shop.example', by: `…${kiwi.apiKey.slice(-4)}` },
      { kind: 'files', name: '', by: null },
    ])
    expect(others[0]!.days.at(-1)).toMatchObject({ came: 2, taken: 1, rejected: 1 })
    expect(others[0]!.rejectedRecently).toMatchObject([{ id: '2', reason: expect.stringContaining('time') }])
    expect(others[1]!.days.at(-1)).toMatchObject({ came: 1, rejected: 1, meanDelaySeconds: null })
    expect(alarms).toEqual([])
  })

  test('a source whose deliveries are all refused for their signature raises an alarm until one fits', async () => {
    const kiwi = await makeCompany(host())
    type Alarms = { alarms: { source: string; kind: string; text: string }[] }
    const kinds = async () => (await kiwi.get<Alarms>('/alarms')).alarms.map(({ source, kind }) => [source, kind])
    await kiwi.send(registrations[0]!.body)
    await kiwi.settled()
    expect(await kinds()).toEqual([])
    expect(await statusOf(kiwi.send(registrations[1]!.body, 'another secret'))).toBe(401)
    await expect.poll(kinds, { timeout: 20_000 }).toEqual([[kiwi.source, 'refused']])
    expect(await kiwi.get<Alarms>('/alarms')).toMatchObject({
      alarms: [
        {
          ...{ id: expect.stringMatching(/^a\d+$/), since: moment, beganAt: moment, webinar: null },
          ...{ speaks: null, people: null, delaySeconds: null, text: expect.stringContaining('Secret Token') },
        },
      ],
    })
    const { items, alarms } = await kiwi.get<Sources>('/sources')
    expect([items[0]!.alarm, alarms]).toMatchObject([{ kind: 'refused' }, [{ kind: 'refused' }]])
    const listed = await host().command('source', 'list', '--workspace', kiwi.slug)
    expect(listed.stdout).toContain('does not fit the Secret Token')
    await kiwi.send(registrations[1]!.body)
    await expect.poll(kinds, { timeout: 20_000 }).toEqual([])
  })

  test('the body of what could not be read can be looked at and downloaded, and all of it be read again or thrown away', async () => {
    const kiwi = await makeCompany(host())
    for (const body of ['{"event":', '[{"event":"webinar.started"}]', '<img src=x>']) await kiwi.send(body)
    await kiwi.settled()
    const { items } = await kiwi.get<{ items: { id: string }[] }>('/quarantine')
    expect(items).toMatchObject([{ bytes: 11 }, { bytes: 29 }, { bytes: 9, event: null, source: kiwi.source }])
    const [markup, list] = items.map(({ id }) => id)
    expect(await kiwi.get(`/quarantine/${list}`)).toMatchObject({
      ...{ id: list, isCut: false, body: '[\n  {\n    "event": "webinar.started"\n  }\n]' },
    })
    const raw = await kiwi.call('GET', `/quarantine/${markup}/body`)
    expect([raw.headers.get('content-type'), raw.headers.get('content-disposition'), await raw.text()]).toEqual([
      ...['application/octet-stream', expect.stringMatching(/^attachment/), '<img src=x>'],
    ])
    expect(raw.headers.get('x-content-type-options')).toBe('nosniff')
    const first = await (await kiwi.call('POST', '/quarantine/replay', { limit: 2 })).json()
    expect(first).toMatchObject({
      items: [{ outcome: 'quarantined' }, { outcome: 'quarantined' }],
      left: 1,
      next: list,
    })
    const rest = await (await kiwi.call('POST', '/quarantine/replay', { after: list })).json()
    expect(rest).toMatchObject({ items: [{ id: markup }], left: 0, next: null })
    expect(await problemOf(kiwi.call('POST', '/quarantine/replay', { after: 'x' }))).toMatchObject({ status: 400 })

    expect(await statusOf(kiwi.call('DELETE', `/quarantine/${markup}`))).toBe(204)
    expect(await problemOf(kiwi.call('DELETE', `/quarantine/${markup}`))).toMatchObject({ status: 404 })
    expect(await kiwi.get('/quarantine/discarded')).toMatchObject({
      items: [{ id: markup, discardedAt: moment, discardedBy: 'API key' }],
    })
    const lime = await makeCompany(host())
    for (const path of [`/quarantine/${list}`, `/quarantine/${list}/body`])
      expect(await problemOf(lime.call('GET', path))).toMatchObject({ status: 404 })
  })

  test('the same by command', async () => {
    const kiwi = await makeCompany(host())
    const run = <T>(...args: string[]) => commanded<T>(host(), ...args, '--workspace', kiwi.slug)
    for (const body of ['{"event":', 'x']) await kiwi.send(body)
    await kiwi.send(registrations[1]!.body)
    await kiwi.settled()
    expect(await run('source', 'show', kiwi.source)).toMatchObject({ source: { id: kiwi.source, state: 'delivering' } })
    expect((await host().command('source', 'show', 's9', '--workspace', kiwi.slug)).code).toBe(1)
    expect(await run('source', 'rejected')).toMatchObject({ items: [{ from: kiwi.source, times: 2, id: 'd2' }] })
    expect(await run('quarantine', 'show', 'd2')).toMatchObject({ id: 'd2', body: 'x' })
    const all = await host().command('quarantine', 'replay', '--all', '--workspace', kiwi.slug, '--json')
    expect([all.code, JSON.parse(all.stdout)]).toMatchObject([1, { items: [{ id: 'd1' }, { id: 'd2' }] }])
    expect((await host().command('quarantine', 'replay', '--workspace', kiwi.slug)).code).toBe(1)
    expect(await run('quarantine', 'discard', 'd2')).toEqual({ discarded: { id: 'd2' } })
    expect(await run('quarantine', 'list')).toMatchObject({ items: [{ id: 'd1' }] })
  })
}
