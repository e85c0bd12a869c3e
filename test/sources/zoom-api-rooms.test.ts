import { describe, expect, test } from 'vitest'
import {
  type FoundRooms,
  findRooms,
  roomsOf,
  type SearchCursor,
  type Stretch,
} from '../../src/sources/zoom/api/find-rooms.ts'
import type { Room } from '../../src/sources/zoom/api/step.ts'
import { answering, refusing } from '../zoom/answering.ts'
import { opened, problemOf } from '../zoom/opened.ts'
import { DAY, HOUR, MINUTE, type Story, type ToldWebinar } from '../zoom/story.ts'
import { tellAccount, tellPast, tellWebinar } from '../zoom/tell.ts'

const now = Date.parse('2026-10-01T12:00:00Z')
const halfYear: Stretch = { hosts: [], from: now - 182 * DAY, to: now }
const past = tellPast(now, { count: 26, people: 2 })
const uuids = (rooms: Iterable<Room>) => [...rooms].map(({ uuid }) => uuid).sort()
const heldIn = ({ webinars }: Story, { from, to }: Stretch) =>
  uuids(
    webinars.flatMap(({ instances, id }) =>
      instances.filter((room) => room.from >= from && room.from <= to).map(({ uuid }) => ({ platformId: id, uuid })),
    ),
  )

function account(story: Story, options: Parameters<typeof opened>[0] = {}) {
  const last = story.webinars[0]!.instances[0]!
  return opened({ story, after: now - last.to, ...options })
}

/** All pages of a search, each cursor as it comes back from storage. */
async function search({ api }: Pick<ReturnType<typeof opened>, 'api'>, stretch = halfYear) {
  const rooms = new Map<string, Room>()
  const lacks: string[] = []
  let pages = 0
  for (let cursor: SearchCursor | null = {}; cursor; pages++) {
    const found = await findRooms(api, stretch, JSON.parse(JSON.stringify(cursor)))
    for (const room of found.rooms) rooms.set(room.uuid, { ...rooms.get(room.uuid), ...room })
    lacks.push(...(found.lacks ?? []).map(({ text }) => text))
    cursor = found.next
  }
  return { rooms: [...rooms.values()], lacks, pages }
}

describe('looking for rooms', () => {
  test('finds all of half a year, those whose number has expired too, and no meeting', async () => {
    const open = account(past)
    const { rooms, lacks } = await search(open)
    expect(uuids(rooms)).toEqual(heldIn(past, halfYear))
    expect(rooms.length).toBe(26)
    expect(lacks).toEqual([])
    const [first] = past.webinars
    const [{ uuid, from }] = first!.instances as [ToldWebinar['instances'][0]]
    expect(rooms.find((room) => room.uuid === uuid)).toMatchObject({
      platformId: first!.id,
      startedAt: from,
      topic: first!.topic,
    })
    expect(open.zoom.counted).toMatchObject({ tooFast: 0, byRate: { heavy: 7 } })
  })

  test('asks a business account in one place, where all of them are', async () => {
    const open = account(past, { plan: 'business' })
    expect(uuids((await search(open)).rooms)).toEqual(heldIn(past, halfYear))
    expect(open.zoom.counted.byPath).toEqual({ '/metrics/webinars': 7 })
  })

  test('finds the same where it is interrupted after any page, and any page is asked for again', async () => {
    const whole = await search(account(past))
    const open = account(past)
    open.zoom.fail({ kind: 'error', every: 3 })
    open.zoom.fail({ kind: 'half', every: 5 })
    const again = await search(open)
    expect(uuids(again.rooms)).toEqual(uuids(whole.rooms))
    const twice = new Set<string>()
    for (let cursor: SearchCursor | null = {}; cursor; ) {
      const one: FoundRooms = await findRooms(open.api, halfYear, cursor)
      expect(await findRooms(open.api, halfYear, cursor)).toEqual(one)
      for (const { uuid } of one.rooms) twice.add(uuid)
      cursor = one.next
    }
    expect([...twice].sort()).toEqual(uuids(whole.rooms))
  })

  test('keeps to the stretch and to the hosts that are named, by id or address', async () => {
    const other = { id: 'oThErHoSt', email: 'other@ripen-customer.example', licence: 'webinar' as const }
    const own = tellWebinar({ startsAt: now - 10 * DAY, people: 2, seed: 70 })
    const foreign = tellWebinar({ startsAt: now - 9 * DAY, people: 2, seed: 71, host: other })
    const early = tellWebinar({ startsAt: now - 40 * DAY, people: 2, seed: 72, host: other })
    const story = tellAccount([own, foreign, early])
    const month = { ...halfYear, from: now - 31 * DAY }
    for (const plan of ['pro', 'business'] as const)
      for (const host of [other.id, other.email]) {
        const { rooms } = await search(account(story, { plan }), { ...month, hosts: [host] })
        expect(uuids(rooms)).toEqual([foreign.instances[0]!.uuid])
      }
    expect((await search(account(story), month)).rooms.length).toBe(2)
    expect(
      (await search(account(story), { ...month, from: now - 9 * DAY - HOUR, to: now - 8 * DAY })).rooms.length,
    ).toBe(1)
  })

  test('finds every room of a series, and none of what is still to come', async () => {
    const series = tellWebinar({ startsAt: now - 3 * DAY, people: 2, seed: 80, type: 9 })
    const [room] = series.instances
    series.instances.unshift({ ...room!, uuid: '/rehearsal//==', from: room!.from - 7 * DAY, to: room!.to - 7 * DAY })
    const toCome = { ...tellWebinar({ startsAt: now + 3 * DAY, people: 2, seed: 81 }), instances: [] }
    const open = account(tellAccount([series, toCome]))
    expect(uuids((await search(open)).rooms)).toEqual(uuids(series.instances as unknown as Room[]))
    expect(open.zoom.counted.byPath['/past_webinars/{id}/instances']).toBe(1)
    expect(uuids(await roomsOf(open.api, series.id))).toEqual(uuids(series.instances as unknown as Room[]))
    expect(await roomsOf(open.api, '80000000001')).toEqual([])
  })

  test('asks for known numbers in any case', async () => {
    const open = account(past, { plan: 'business' })
    const known = past.webinars.slice(-2).map(({ id }) => id)
    await search(open, { ...halfYear, known: [...known, '80000000001'] })
    expect(open.zoom.counted.byPath['/past_webinars/{id}/instances']).toBe(3)
  })

  test('without the scopes of reports and recordings finds what Zoom still lists, and says once what is missing', async () => {
    const open = account(past)
    open.zoom.takeScope('report:read:user')
    open.zoom.takeScope('cloud_recording:read:list_user_recordings')
    const { rooms, lacks } = await search(open)
    expect(rooms.length).toBe(4)
    expect(lacks).toEqual([
      expect.stringContaining('report:read:user:admin'),
      expect.stringContaining('cloud_recording:read:list_user_recordings:admin'),
    ])
    const one = account(past)
    one.zoom.takeScope('report:read:user')
    expect((await search(one)).rooms.length).toBe(26)
  })

  test('that may not list the users says which scope is missing', async () => {
    const open = account(past)
    open.zoom.takeScope('user:read:list_users')
    expect(await problemOf(search(open))).toMatchObject({
      kind: 'scope',
      words: { params: { scope: 'user:read:list_users:admin' } },
    })
    expect((await search(open, { ...halfYear, hosts: [past.webinars[0]!.host.email] })).rooms.length).toBe(26)
  })

  test('passes over users who may hold no webinars and tells of those that were named; where nobody may, it says so at once', async () => {
    const host = past.webinars[0]!.host.email
    const named = await search(account(past), {
      ...halfYear,
      hosts: ['intern@ripen-customer.example', 'nobody@ripen-customer.example', host],
    })
    expect([named.rooms.length, named.lacks.length]).toEqual([26, 2])
    const without = account(past, { webinarPlan: false })
    expect(await problemOf(findRooms(without.api, { ...halfYear, hosts: [host] }, {}))).toMatchObject({ kind: 'plan' })
    expect(await problemOf(search(without))).toMatchObject({ kind: 'plan' })
  })

  test('stops where the whole account is concerned: a revoked app, a limit', async () => {
    const open = account(past)
    open.zoom.revoke()
    expect(await problemOf(search(open))).toMatchObject({ kind: 'revoked' })
    const spent = account(past)
    spent.zoom.limits.spendDay(30_000, spent.clock.now())
    expect(await problemOf(search(spent))).toMatchObject({
      kind: 'limited',
      retryAt: Date.parse('2026-10-02T00:00:00Z'),
    })
  })

  test('further back than Zoom keeps passes over those months', async () => {
    const { rooms } = await search(account(past), { ...halfYear, from: now - 400 * DAY })
    expect(rooms.length).toBe(26)
    expect(
      (await search(account(past, { plan: 'business' }), { ...halfYear, from: now - 400 * DAY })).rooms.length,
    ).toBe(26)
  })

  test('goes through hundreds of users page by page', async () => {
    const host = (at: number) => ({
      id: `hOsT${at}`,
      email: `host${at}@ripen-customer.example`,
      licence: 'webinar' as const,
    })
    const users = Array.from({ length: 350 }, (_, at) => host(at))
    const story: Story = {
      users,
      webinars: [tellWebinar({ startsAt: now - 2 * DAY, people: 1, host: users[349]!, seed: 90 })],
    }
    const open = account(story)
    const day = { hosts: [], from: now - 3 * DAY, to: now }
    const { rooms, pages } = await search(open, day)
    expect(rooms.length).toBe(1)
    expect([open.zoom.counted.byPath['/users'], pages]).toEqual([2, 2 + 350 * 3 + 1])
    expect(open.clock.waited).toBeLessThan(20 * MINUTE)
  })
})

test('rooms of which a list says no number or no uuid are left out', async () => {
  const days = '&from=2026-04-01&to=2026-04-02&page_size=300'
  const row = { uuid: 'u==', id: 84211905573, type: 5, start_time: '2026-04-01T11:00:00Z' }
  const rows = [row, { ...row, uuid: '' }, { ...row, uuid: 'v==', id: '' }, { ...row, uuid: 'w==', type: 2 }]
  const { api } = answering({
    [`/metrics/webinars?type=past${days}`]: refusing(400, 200, 'Only available for Business accounts.'),
    '/users/hOsT/webinars?page_size=300': { webinars: [] },
    [`/report/users/hOsT/meetings?type=past${days}`]: { meetings: rows },
    [`/users/hOsT/recordings?${days.slice(1)}`]: { meetings: [] },
  })
  const stretch = { hosts: ['hOsT'], from: Date.parse('2026-04-01T00:00:00Z'), to: Date.parse('2026-04-02T12:00:00Z') }
  expect((await search({ api } as never, stretch)).rooms).toEqual([
    { platformId: '84211905573', uuid: 'u==', type: 5, startedAt: Date.parse('2026-04-01T11:00:00Z') },
  ])
})
