import { expect, test } from 'vitest'
import { setReplay, showReplay } from '../../../src/workspace/replay/setting.ts'
import { takeProgress } from '../../../src/workspace/replay/take-progress.ts'
import { watchPage } from '../../../src/workspace/replay/watch-page.ts'
import { drained, explainPerson } from '../../workspaces.ts'
import { afterWebinar, dana, noa, origin, sitDown, tokenOf, viewingsOf } from './shown-replay.ts'

const minute = 60_000

test('what the page reports is a fact, and the facts of a sitting are cumulative', async () => {
  const { ws, clock, id } = await afterWebinar()
  const report = sitDown(ws, tokenOf(ws, id, noa))
  clock.now += 10 * minute
  await report([[0, 600]], { position: 600 })
  clock.now += minute
  await report(
    [
      [0, 600],
      [3570, 3600],
    ],
    { position: 3600 },
  )
  const viewings = viewingsOf(ws, noa)
  expect(viewings).toMatchObject([
    { intervals: [[0, 600]], mediaSeconds: 3600 },
    {
      intervals: [
        [0, 600],
        [3570, 3600],
      ],
      mediaSeconds: 3600,
    },
  ])
  const { webinars } = explainPerson(ws, noa)
  expect(webinars[0]).toMatchObject({
    ...{ noShow: true, attendance: { replaySeconds: 630, share: 630 / 3600, replayEvidence: 'intervals' } },
    presence: {
      replay: [
        [0, 600],
        [3570, 3600],
      ],
    },
  })
})

test('60 % live and the missing 40 % by the link are one whole webinar, paid once', async () => {
  const { ws, clock, id } = await afterWebinar()
  expect(explainPerson(ws, dana).scorecard.ledger.map(({ rule }) => rule)).toContain('attended_part')
  const report = sitDown(ws, tokenOf(ws, id, dana))
  for (const to of [2600, 3100, 3600]) {
    clock.now += 10 * minute
    await report([[2160, to]])
  }
  const { scorecard, webinars } = explainPerson(drained(ws), dana)
  expect(scorecard.ledger.filter(({ rule, points }) => rule.startsWith('attended_') && points !== 0)).toMatchObject([
    { rule: 'attended_full', points: 20 },
  ])
  expect(webinars[0]).toMatchObject({
    presence: { live: [[0, 2160]], replay: [[2160, 3600]] },
    attendance: { liveSeconds: 2160, replaySeconds: 1440, share: 1 },
  })
})

test('a report that is late, lost or sent twice neither lowers nor doubles, and is no second fact', async () => {
  const { ws, clock, id } = await afterWebinar()
  const report = sitDown(ws, tokenOf(ws, id, noa))
  clock.now += 10 * minute
  await report([[0, 300]])
  await report([[0, 300]])
  clock.now += minute
  await report([
    [0, 200],
    [400, 500],
  ])
  await report([[0, 300]])
  expect(viewingsOf(ws, noa).map(({ intervals }) => intervals)).toEqual([
    [[0, 300]],
    [
      [0, 300],
      [400, 500],
    ],
  ])
  expect(explainPerson(ws, noa).webinars[0]!.attendance.replaySeconds).toBe(400)
})

test('a report that was kept while offline stands where it was watched, but never before one that is stored', async () => {
  const { ws, clock, id } = await afterWebinar()
  const report = sitDown(ws, tokenOf(ws, id, noa))
  const loaded = clock.now
  clock.now += 60 * minute
  await report([[0, 60]], { ago: 50 * 60 })
  clock.now += minute
  await report([[0, 90]], { ago: 1e7 })
  const times = viewingsOf(ws, noa).map(({ at }) => Date.parse(at) - loaded)
  expect(times).toEqual([10 * minute, 10 * minute + 1])
})

test('two tabs are two sittings, and what both saw counts once', async () => {
  const { ws, clock, id } = await afterWebinar()
  const token = tokenOf(ws, id, noa)
  const [one, other] = [sitDown(ws, token), sitDown(ws, token)]
  clock.now += 10 * minute
  await one([[0, 300]])
  clock.now += minute
  await other([[200, 400]])
  expect(explainPerson(drained(ws), noa).webinars[0]!.attendance.replaySeconds).toBe(400)
})

test('nobody claims more than the fastest browser plays in that time, however many pages they load', async () => {
  const { ws, clock, id } = await afterWebinar()
  const token = tokenOf(ws, id, noa)
  const sittings = [sitDown(ws, token), sitDown(ws, token), sitDown(ws, token)]
  clock.now += minute
  await expect(sittings[0]!([[0, 3600]])).rejects.toMatchObject({ code: 'invalid' })
  await sittings[0]!([[0, 900]])
  clock.now += 4_000
  await expect(sittings[1]!([[900, 1800]])).rejects.toMatchObject({ code: 'invalid' })
  await expect(sittings[2]!([[900, 1000]])).resolves.toBeUndefined()
  expect(explainPerson(drained(ws), noa).webinars[0]!.attendance.replaySeconds).toBe(1000)
})

test('a flood of reports waits: what is refused is told again by the next', async () => {
  const { ws, clock, id } = await afterWebinar()
  const report = sitDown(ws, tokenOf(ws, id, noa))
  clock.now += minute
  await report([[0, 10]])
  clock.now += 1_000
  const refused = report([[0, 11]])
  await expect(refused).rejects.toMatchObject({ code: 'too_many', details: { retryAfter: 2 } })
  clock.now += 2_000
  await report([[0, 12]])
  expect(viewingsOf(ws, noa).at(-1)!.intervals).toEqual([[0, 12]])
})

test('a sitting of another link, a made up or an altered one is refused', async () => {
  const { ws, clock, id } = await afterWebinar()
  const [own, others] = [tokenOf(ws, id, noa), tokenOf(ws, id, dana)]
  const { sitting } = watchPage(ws, others)
  clock.now += minute
  const earlier = `${(clock.now - 1e9).toString(36)}${sitting.slice(8)}`
  for (const given of [
    sitting,
    '',
    'x',
    `${sitting}0`,
    earlier,
    sitting.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
  ])
    await expect(takeProgress(ws, own, { sitting: given, intervals: [[0, 10]] })).rejects.toMatchObject({
      code: 'invalid',
    })
  expect(viewingsOf(ws, noa)).toEqual([])
})

test('the length that the first player tells is learned, in whole seconds; one that is set stays', async () => {
  const { ws, clock, id } = await afterWebinar({})
  const lengthOf = () => showReplay(ws, id, origin)
  expect(lengthOf()).toMatchObject({ mediaSeconds: null, lengthBy: null, joinsLive: null })
  const report = sitDown(ws, tokenOf(ws, id, noa))
  clock.now += minute
  await report([], { mediaSeconds: 7 })
  expect(lengthOf().mediaSeconds).toBeNull()
  await report([[0, 10]], { mediaSeconds: 3599.98 })
  expect(lengthOf()).toMatchObject({ mediaSeconds: 3600, lengthBy: 'player', joinsLive: true })
  expect(viewingsOf(ws, noa)).toMatchObject([{ mediaSeconds: 3600 }])
  clock.now += minute
  await report([[0, 20]], { mediaSeconds: 20 })
  expect(lengthOf().mediaSeconds).toBe(3600)
})

test('who sets it up hears how long it is, and counts nothing', async () => {
  const { ws, clock, id } = await afterWebinar({})
  const token = showReplay(ws, id, origin).preview.split('/').at(-1)!
  expect(watchPage(ws, token)).toMatchObject({ preview: true, firstName: null, watched: [] })
  clock.now += minute
  await sitDown(ws, token)([[0, 30]], { mediaSeconds: 3500 })
  expect(showReplay(ws, id, origin)).toMatchObject({ mediaSeconds: 3500, lengthBy: 'player' })
  expect([viewingsOf(ws, noa), viewingsOf(ws, dana)]).toEqual([[], []])
})

test('the page goes on where they stopped and shows what they saw, on any machine', async () => {
  const { ws, clock, id } = await afterWebinar()
  const token = tokenOf(ws, id, noa)
  expect(watchPage(ws, token)).toMatchObject({
    ...{ topic: 'Ripe fruit', company: 'acme', firstName: 'Noa', mediaSeconds: 3600, watched: [], position: null },
    media: { kind: 'file', address: 'https://media.kiwi.example/ripe.mp4' },
  })
  const [one, other] = [sitDown(ws, token), sitDown(ws, token)]
  clock.now += minute
  await one([[0, 60]], { position: 60 })
  clock.now += minute
  await other([[30, 90]], { position: 90 })
  expect(watchPage(ws, token)).toMatchObject({ watched: [[0, 90]], position: 90 })
})

test('another recording begins anew: what was seen of the one before is not shown on it, and hides no news', async () => {
  const { ws, clock, id } = await afterWebinar()
  const token = tokenOf(ws, id, noa)
  const report = sitDown(ws, token)
  clock.now += minute
  await report([[0, 60]])
  await setReplay(ws, id, { address: 'https://media.kiwi.example/other.mp4', mediaSeconds: 1800 }, origin)
  expect(watchPage(ws, token).watched).toEqual([])
  const again = sitDown(ws, token)
  clock.now += minute
  await again([[0, 60]])
  expect(watchPage(ws, token).watched).toEqual([[0, 60]])
  expect(viewingsOf(ws, noa).map(({ intervals }) => intervals)).toEqual([[[0, 60]], [[0, 60]]])
})
