import { expect, test } from 'vitest'
import { keyId } from '../../../src/store/fact-id.ts'
import { findKey } from '../../../src/store/person-keys.ts'
import { readLink } from '../../../src/workspace/replay/link.ts'
import { removeReplay, setReplay, showReplay } from '../../../src/workspace/replay/setting.ts'
import { watchPage } from '../../../src/workspace/replay/watch-page.ts'
import { webinars } from '../../../src/workspace/webinars.ts'
import { drained, makeWorkspace } from '../../workspaces.ts'
import { day, registered, scheduled, start, take } from '../told.ts'
import { address, afterWebinar, dana, noa, origin, sitDown, tokenOf, viewingsOf } from './shown-replay.ts'

const unknown = { code: 'not_found', details: { state: 'unknown' } }

test('a link is short, the same each time, and stores nothing', async () => {
  const { ws, id } = await afterWebinar()
  const changes = () => ws.db.prepare<{ n: number }>('SELECT total_changes() AS n').get()!.n
  const before = changes()
  const token = tokenOf(ws, id, noa)
  expect(token).toMatch(/^acme0000\.[0-9a-z]+-[0-9a-z]+-[0-9a-f]{24}$/)
  expect(token.length).toBeLessThan(50)
  expect(tokenOf(ws, id, noa)).toBe(token)
  expect(tokenOf(ws, id, dana)).not.toBe(token)
  expect(changes()).toBe(before)
  expect(readLink(ws, token).webinar.id).toBe(id)
})

test('with any letter altered a link leads nowhere, and nothing says how near it was', async () => {
  const { ws, id } = await afterWebinar()
  const token = tokenOf(ws, id, noa)
  for (let at = 0; at < token.length; at++)
    for (const letter of ['0', '1', 'a', 'z', '-', '.', 'A', '\0', 'é']) {
      const altered = token.slice(0, at) + letter + token.slice(at + 1)
      if (altered !== token) expect(() => readLink(ws, altered)).toThrow(expect.objectContaining(unknown))
    }
  for (const given of ['', 'x', `${token}0`, token.slice(0, -1), token.replace('.', '.0'), `${'9'.repeat(300)}`])
    expect(() => readLink(ws, given)).toThrow(expect.objectContaining(unknown))
})

test('a link of one workspace leads nowhere in another, though both have the same numbers', async () => {
  const { ws, id } = await afterWebinar()
  const other = await afterWebinar()
  Object.assign(other.ws, { id: 'acme0001' })
  const token = tokenOf(ws, id, noa)
  for (const given of [token, token.replace('acme0000', 'acme0001')])
    expect(() => readLink(other.ws, given)).toThrow(expect.objectContaining(unknown))
})

test('a link survives a merge: it is whoever the key is by then', async () => {
  const { ws, clock, id } = await afterWebinar()
  const token = tokenOf(ws, id, noa)
  const report = sitDown(ws, token)
  clock.now += 60_000
  await report([[0, 30]])
  const { number } = findKey(ws.db, keyId(`e:${dana}`))!
  ws.db.prepare('UPDATE person_key SET person = ? WHERE id = ?').run(number, keyId(`e:${noa}`))
  ws.remembered.keys.clear()
  expect(watchPage(ws, token).watched).toEqual([[0, 30]])
  clock.now += 60_000
  await report([[0, 60]])
  expect(viewingsOf(ws, dana).map(({ intervals }) => intervals)).toEqual([[[0, 30]], [[0, 60]]])
})

test('a link dies with the person, also where the number is given to somebody else', async () => {
  const { ws, id } = await afterWebinar()
  const token = tokenOf(ws, id, noa)
  ws.db
    .prepare("UPDATE person_key SET id = ?, text = 'e:olga@plum.example' WHERE id = ?")
    .run(keyId('e:olga@plum.example'), keyId(`e:${noa}`))
  expect(() => readLink(ws, token)).toThrow(expect.objectContaining(unknown))
})

test('a link dies when the replay is closed, waits until it opens, and lives again with it', async () => {
  const { ws, clock, id } = await afterWebinar()
  const token = tokenOf(ws, id, noa)
  const opensAt = new Date(clock.now + 60_000).toISOString()
  const closesAt = new Date(clock.now + 120_000).toISOString()
  await setReplay(ws, id, { address, opensAt, closesAt }, origin)
  const refusal = (state: string) =>
    expect.objectContaining({ code: 'not_found', details: expect.objectContaining({ state }) })
  expect(() => readLink(ws, token)).toThrow(refusal('early'))
  const preview = showReplay(ws, id, origin).preview.split('/').at(-1)!
  expect(readLink(ws, preview).key).toBeNull()
  clock.now += 60_000
  expect(readLink(ws, token).webinar.id).toBe(id)
  const report = sitDown(ws, token)
  clock.now += 60_000
  expect(() => readLink(ws, token)).toThrow(refusal('closed'))
  await expect(report([[0, 10]])).rejects.toMatchObject({ code: 'not_found' })
  await removeReplay(ws, id)
  expect(() => readLink(ws, token)).toThrow(refusal('closed'))
  expect(() => readLink(ws, preview)).toThrow(refusal('closed'))
  await setReplay(ws, id, { address }, origin)
  expect(readLink(ws, token).webinar.id).toBe(id)
})

test('a replay is found by whatever id its webinar has by now', async () => {
  const { ws } = makeWorkspace(start - 2 * day)
  take(ws, { ...registered('R1', noa), webinar: { platform: 'zoom', platformId: '87123456789' } })
  const { id } = webinars(drained(ws)).items[0]!
  await setReplay(ws, id, { address }, origin)
  const token = tokenOf(ws, id, noa)
  take(ws, scheduled())
  const now = webinars(drained(ws)).items
  expect(now).toHaveLength(1)
  expect(showReplay(ws, now[0]!.id, origin)).toMatchObject({ address })
  expect(readLink(ws, token).webinar.id).toBe(now[0]!.id)
})

test('what makes no sense is refused and named; nothing of it is kept', async () => {
  const { ws, id } = await afterWebinar()
  const wrong: [object, string][] = [
    [{}, 'address'],
    [{ address: 7 }, 'address'],
    [{ address: 'https://www.youtube.com/@kiwi' }, 'address'],
    [{ address, kind: 'tape' }, 'kind'],
    [{ address, mediaSeconds: 0 }, 'mediaSeconds'],
    [{ address, offsetSeconds: 1e9 }, 'offsetSeconds'],
    [{ address, opensAt: 'soon' }, 'opensAt'],
    [{ address, opensAt: '2026-05-14T10:00:00Z', closesAt: '2026-05-14T10:00:00Z' }, 'closesAt'],
    [{ address, colour: 'green' }, 'colour'],
  ]
  for (const [body, field] of wrong)
    await expect(setReplay(ws, id, body, origin)).rejects.toMatchObject({ code: 'invalid', details: { field } })
  expect(showReplay(ws, id, origin)).toMatchObject({ kind: 'file', address, mediaSeconds: 3600, lengthBy: 'you' })
  await expect(setReplay(ws, 'w_nobody', { address }, origin)).rejects.toMatchObject({ code: 'not_found' })
  await removeReplay(ws, id)
  await expect(removeReplay(ws, id)).rejects.toMatchObject({ code: 'not_found' })
  expect(() => showReplay(ws, id, origin)).toThrow(expect.objectContaining({ code: 'not_found' }))
})

test('what somebody wrote in the place of a first name is not shown on a page that can be passed on', async () => {
  for (const [firstName, shown] of [
    ['Noa', 'Noa'],
    ['נועה', 'נועה'],
    ['Anne-Marie O’Neil', 'Anne-Marie O’Neil'],
    ['noa@fig.example', null],
    ['<img src=x>', null],
    ['\u202Eaon', null],
    ['+972 52 0000101', null],
    ['N'.repeat(31), null],
  ] as const) {
    const { ws, id } = await afterWebinar()
    take(ws, { ...registered('R2', noa, { firstName }), time: start - 1 })
    expect([firstName, watchPage(drained(ws), tokenOf(ws, id, noa)).firstName]).toEqual([firstName, shown])
  }
})
