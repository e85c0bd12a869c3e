import { expect, test } from 'vitest'
import { atOnce } from '../../../src/workspace/in-steps.ts'
import { allNoShowsInSteps, noShowsInSteps } from '../../../src/workspace/replay/no-shows.ts'
import { replayFunnelInSteps } from '../../../src/workspace/replay/replay-funnel.ts'
import { removeReplay } from '../../../src/workspace/replay/setting.ts'
import { viewersInSteps } from '../../../src/workspace/replay/viewers.ts'
import { withLinks } from '../../../src/workspace/replay/with-links.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { drained, explainPerson } from '../../workspaces.ts'
import { minute, registered, start, take } from '../told.ts'
import { afterWebinar, dana, noa, origin, sitDown, tokenOf } from './shown-replay.ts'

const olga = 'olga@plum.example'
const roy = 'roy@lime.example'
const room = { platform: 'zoom', platformId: '87123456789', slot: '' }

/** Noa opened her link and watched it all, Olga only opened hers, Roy did nothing and left the mailing list. */
async function afterReplay() {
  const { ws, clock, id } = await afterWebinar()
  take(ws, registered('R3', olga), registered('R4', roy))
  take(ws, { id: 'left', type: 'email.unsubscribed', time: start, person: { email: roy }, data: {} })
  drained(ws)
  const [first, second] = [sitDown(ws, tokenOf(ws, id, noa)), sitDown(ws, tokenOf(ws, id, olga))]
  await second([])
  clock.now += 10 * minute
  await first([[0, 3400]], { position: 3400 })
  return { ws: drained(ws), clock, id }
}

const noShows = (ws: Workspace, id: string, query = {}) => atOnce(noShowsInSteps(ws, id, query, origin))
const emails = (rows: { person: { email: string | null } }[]) => rows.map(({ person }) => person.email)

test('no-shows are listed with their links and what became of them; who wants no mail is left out', async () => {
  const { ws, id } = await afterReplay()
  const page = noShows(ws, id)
  expect([emails(page.items), page.leftOut, page.nextCursor]).toEqual([[noa, olga], 1, null])
  expect(page.items).toMatchObject([
    {
      link: `${origin}/watch/${tokenOf(ws, id, noa)}`,
      openedAt: '2026-05-13T14:10:00.000Z',
      watched: { seconds: 3400, share: 3400 / 3600, evidence: 'intervals', lastAt: '2026-05-13T14:10:00.000Z' },
      unsubscribed: false,
    },
    { link: `${origin}/watch/${tokenOf(ws, id, olga)}`, openedAt: '2026-05-13T14:00:00.000Z', watched: null },
  ])
  const all = noShows(ws, id, { includeUnsubscribed: 'true' })
  expect(all.items.map(({ person, unsubscribed }) => [person.email, unsubscribed])).toEqual([
    [noa, false],
    [olga, false],
    [roy, true],
  ])
  expect(() => noShows(ws, id, { includeUnsubscribed: 'maybe' })).toThrow('includeUnsubscribed')
})

test('pages are full also where many are left out, and together the whole', async () => {
  const { ws, id } = await afterReplay()
  for (let index = 0; index < 30; index++) {
    const email = `person${String(index).padStart(2, '0')}@fig.example`
    take(ws, registered(`P${index}`, email))
    const person = { email }
    if (index % 3)
      take(ws, { id: `off/${index}`, type: 'consent.changed', time: start, person, data: { state: 'withdrawn' } })
  }
  drained(ws)
  const paged: string[] = []
  let leftOut = 0
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = noShows(ws, id, { limit: '4', cursor })
    paged.push(...(emails(page.items) as string[]))
    leftOut += page.leftOut
    if (page.nextCursor !== null) expect(page.items).toHaveLength(4)
    cursor = page.nextCursor
  }
  expect([paged.length, leftOut, new Set(paged).size]).toEqual([12, 21, 12])
  expect(emails([...atOnce(allNoShowsInSteps(ws, id, {}, origin))])).toEqual(paged)
  expect([...atOnce(allNoShowsInSteps(ws, id, { includeUnsubscribed: 'true' }, origin))]).toHaveLength(33)
})

test('without a replay the list is there, the links are not', async () => {
  const { ws, id } = await afterReplay()
  await removeReplay(ws, id)
  expect(noShows(ws, id).items.map(({ link }) => link)).toEqual([null, null])
  const { person, webinars } = explainPerson(ws, dana)
  expect(withLinks(ws, person.id, webinars, origin)[0]!.link).toBeNull()
})

test('somebody who left early has the same kind of link on their page', async () => {
  const { ws, id } = await afterReplay()
  const { person, webinars } = explainPerson(ws, dana)
  expect(withLinks(ws, person.id, webinars, origin)[0]!.link).toBe(`${origin}/watch/${tokenOf(ws, id, dana)}`)
})

test('viewers are those who watched, wherever that was, with positions as far as they are known', async () => {
  const { ws, id } = await afterReplay()
  const watched = (email: string, data: object) => ({
    ...{ id: `zoom/${email}`, type: 'replay.watched' as const, time: start + 90 * minute, webinar: room },
    ...{ person: { email }, data: { mediaSeconds: 3600, ...data } },
  })
  take(ws, watched(dana, { watchedSeconds: 900 }), watched(roy, { watched: true }))
  drained(ws)
  const page = atOnce(viewersInSteps(ws, id, {}, origin))
  expect(page.mediaSeconds).toBe(3600)
  expect(page.items).toHaveLength(3)
  const by = new Map(page.items.map((viewer) => [viewer.person.email, viewer]))
  expect(by.get(noa)).toMatchObject({
    ...{
      seconds: 3400,
      share: 3400 / 3600,
      evidence: 'intervals',
      intervals: [[0, 3400]],
      byLink: true,
      liveSeconds: 0,
    },
  })
  expect(by.get(dana)).toMatchObject({
    ...{ seconds: 900, share: 0.25, evidence: 'total_minutes', intervals: [], byLink: false, liveSeconds: 2160 },
  })
  expect(by.get(roy)).toMatchObject({ seconds: 0, evidence: 'watched_flag', intervals: [] })
  const first = atOnce(viewersInSteps(ws, id, { limit: '2' }, origin))
  const second = atOnce(viewersInSteps(ws, id, { limit: '2', cursor: first.nextCursor! }, origin))
  expect([...first.items, ...second.items]).toEqual(page.items)
})

test('the funnel says how many no-shows opened, watched and watched nearly all of it', async () => {
  const { ws, id } = await afterReplay()
  const funnel = () => atOnce(replayFunnelInSteps(ws, id))
  expect(funnel()).toEqual({
    steps: [
      { step: 'no_show', count: 3, share: 1 },
      { step: 'opened', count: 2, share: 2 / 3 },
      { step: 'watched', count: 1, share: 1 / 3 },
      { step: 'watched_most', count: 1, share: 1 / 3 },
    ],
    viewers: 1,
  })
  const data = { watchedSeconds: 60, mediaSeconds: 3600 }
  take(ws, { id: 'z', type: 'replay.watched', time: start + 90 * minute, webinar: room, person: { email: dana }, data })
  take(ws, { id: 'y', type: 'replay.watched', time: start + 90 * minute, webinar: room, person: { email: roy }, data })
  drained(ws)
  expect(funnel()).toMatchObject({
    steps: [{ count: 3 }, { count: 3 }, { count: 2 }, { count: 1 }],
    viewers: 3,
  })
})
