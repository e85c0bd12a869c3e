import { expect, test } from 'vitest'
import type { ProblemKind } from '../../../src/sources/zoom/api/step.ts'
import { listSources } from '../../../src/workspace/list-sources.ts'
import { connectSource, tryAgain } from '../../../src/workspace/pulls/connect.ts'
import { fetchWebinar } from '../../../src/workspace/pulls/fetch-webinar.ts'
import { showPulls } from '../../../src/workspace/pulls/show-pulls.ts'
import { webinarPulls } from '../../../src/workspace/pulls/webinar-pulls.ts'
import { webinars } from '../../../src/workspace/webinars.ts'
import { makeWorkspace } from '../../workspaces.ts'
import { day, ended, joined, minute, scheduled, start, started, take, zoom } from '../told.ts'
import { type Answer, connected, fetchUntil, pages, problem, type Scripted, scripted } from './scripted.ts'

const hour = 60 * minute
const over = start + hour
const first = over + 15 * minute

/** A webinar that is over, of a source that may ask. */
async function made(answers: Scripted['answers'] = {}) {
  const { ws, clock } = makeWorkspace(start - day)
  const fetching = scripted(clock, answers)
  const source = await connected(ws, fetching)
  take(ws, scheduled(), started(), ended())
  fetching.asked.length = 0
  const until = (at: number) => fetchUntil(ws, clock, at, fetching)
  const ended_ = () => showPulls(ws).items.filter(({ endedAt }) => endedAt !== null)
  return { ws, clock, fetching, source, until, over: ended_, id: webinars(ws).items[0]!.id }
}

/** The answers of a step one after the other, the last one again and again. */
function inTurn(...answers: Answer[]): () => Answer {
  return () => (answers.length > 1 ? answers.shift()! : answers[0]!)
}

const everything = ['webinar', 'registrants', 'participants', 'polls', 'recordings', 'replay_views']
const nothing = { statements: [], next: null }

test('where Zoom does not answer it is waited for 1, 5, 20 and 60 minutes, and then it is given up', async () => {
  const {
    fetching,
    clock,
    until,
    over: ended,
  } = await made({ webinar: () => problem('unavailable'), registrants: () => problem('unavailable') })
  const askedAt: number[] = []
  fetching.answers.webinar = () => {
    askedAt.push((clock.now - first) / minute)
    return problem('unavailable')
  }
  await until(first + 100 * minute)
  expect(askedAt).toEqual([0, 1, 6, 26, 86])
  expect(fetching.asked.at(-1)).toBe('registrants')
  expect(ended()).toMatchObject([
    { state: 'failed', lacks: [{ step: 'webinar', kind: 'unavailable' }, { step: 'registrants' }] },
  ])
})

test('one thing that Zoom never answers keeps nothing else away, and is asked for again on the next days', async () => {
  const { fetching, until, over: ended } = await made({ registrants: () => problem('unavailable') })
  await until(over + 26 * hour)
  expect(fetching.asked).toContain('polls')
  expect(ended()[0]).toMatchObject({
    state: 'failed',
    lacks: [{ step: 'registrants', kind: 'unavailable', text: 'Zoom says no.' }],
  })
  fetching.answers.registrants = () => nothing
  await until(over + 4 * day)
  expect(
    ended()
      .map(({ reason, extent, state }) => [reason, extent, state])
      .slice(0, 2),
  ).toEqual([
    ['after_2_days', 'all', 'done'],
    ['after_24_hours', 'all', 'failed'],
  ])
})

test('a limit holds for everything that the source asks, until it ends', async () => {
  const { ws, fetching, until, source } = await made({
    registrants: inTurn(problem('limited', first + 3 * hour), nothing),
  })
  await until(first + hour)
  expect(fetching.asked).toEqual(['webinar', 'registrants'])
  expect(listSources(ws).items[0]!.api).toMatchObject({
    pausedUntil: new Date(first + 3 * hour).toISOString(),
    problem: null,
  })
  await until(first + 3 * hour)
  expect(fetching.asked.slice(2)).toEqual(everything)
  expect(listSources(ws).items.find(({ id }) => id === source)!.api!.pausedUntil).toBeNull()
})

test('after a limit of some minutes it goes on where it was', async () => {
  const { fetching, until } = await made({ participants: inTurn(problem('limited', first + 10 * minute), nothing) })
  await until(first + 20 * minute)
  expect(fetching.asked).toEqual(['webinar', 'registrants', 'participants', ...everything.slice(2)])
})

test('a list that changes while it is read is begun again, and at last counts as not to be read', async () => {
  const { fetching, until, over: ended, ws } = await made()
  let expires = 2
  fetching.answers.participants = ({ at = 0 }) => {
    if (at === 1 && expires-- > 0) return problem('page_expired')
    return pages([joined('s1', 1, zoom('R1'))], [joined('s2', 2, zoom('R2'))])({ at })
  }
  await until(first)
  expect(fetching.asked.filter((step) => step.startsWith('participants'))).toEqual([
    'participants',
    'participants@1',
    'participants',
    'participants@1',
    'participants',
    'participants@1',
  ])
  expect(ended()).toMatchObject([{ state: 'done', lacks: [], rows: 2 }])
  expect(ws.db.prepare('SELECT by, generated_at AS at, rows FROM reported').all()).toEqual([
    { by: 'api', at: first, rows: 2 },
  ])
  fetching.answers.participants = () => problem('page_expired')
  fetching.asked.length = 0
  await until(over + 2 * hour)
  expect(fetching.asked.filter((step) => step === 'participants')).toHaveLength(4)
})

test('without a scope its step is left out and named, and is not asked for again until somebody acts', async () => {
  const { ws, fetching, until, over: ended, source } = await made({ polls: inTurn(problem('scope'), nothing) })
  await until(over + 26 * hour)
  expect(fetching.asked.filter((step) => step === 'polls')).toEqual(['polls'])
  expect(ended().map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  for (const { lacks } of ended())
    expect(lacks).toMatchObject([
      {
        step: 'polls',
        kind: 'scope',
        text: expect.stringMatching(/lacks the scope scope:of:polls:admin.*answers to polls/),
      },
    ])
  expect(listSources(ws).items[0]!.api!.scopesMissing).toMatchObject([{ scope: 'scope:of:polls:admin' }])
  await tryAgain(ws, source, fetching)
  expect(listSources(ws).items[0]!.api!.scopesMissing).toEqual([])
})

for (const kind of ['revoked', 'plan'] satisfies ProblemKind[])
  test(`"${kind}" is one clear line on the source: nothing more is asked, but for a try a day, until somebody acts`, async () => {
    const { ws, clock, fetching, until, id, source } = await made({ registrants: () => problem(kind) })
    const refused = () => problem(kind)
    fetching.found = refused
    await until(over + 5 * day)
    expect(fetching.asked.filter((step) => step === 'registrants')).toHaveLength(1)
    expect(fetching.asked.filter((step) => step === 'rooms')).toHaveLength(4)
    expect(fetching.asked).toHaveLength(6)
    expect(listSources(ws).items[0]!.api).toMatchObject({
      problem: {
        kind,
        since: new Date(first).toISOString(),
        text: 'Zoom says no.',
        triedAgainAt: new Date(first + 5 * day).toISOString(),
      },
    })
    expect(() => fetchWebinar(ws, id)).toThrow('Zoom says no.')
    expect(webinarPulls(ws, id)).toMatchObject({ nextAt: null, problem: { kind } })

    fetching.found = () => ({ rooms: [], next: null })
    fetching.answers.registrants = () => nothing
    fetching.asked.length = 0
    expect(await tryAgain(ws, source, fetching)).toMatchObject({ problem: null })
    await until(clock.now)
    expect(fetching.asked).toEqual(['rooms', ...everything])
  })

test('new credentials go on with what waited, also of a webinar that was over long before', async () => {
  const { ws, clock, fetching, until, source } = await made({ webinar: () => problem('revoked') })
  await until(first + 60 * day)
  fetching.answers = {}
  fetching.asked.length = 0
  await connectSource(ws, source, { account: 'acc', client: 'new', secret: 'new' }, fetching)
  await until(clock.now)
  expect(fetching.asked).toEqual(['rooms', ...everything])
})

test('what Zoom has not got so soon after the end is asked for again at the next time, and later that is noted', async () => {
  const { fetching, until, over: ended } = await made({ webinar: () => problem('not_found') })
  await until(over + 3 * hour)
  expect(fetching.asked).toEqual(['webinar', 'webinar'])
  expect(ended()[0]).toMatchObject({
    state: 'missing',
    lacks: [{ kind: 'not_found', text: 'Zoom has no report of it yet. Ripen asks again later.' }],
  })
  await until(over + 40 * day)
  expect(fetching.asked).toHaveLength(3)
  expect(ended()[0]).toMatchObject({ reason: 'after_24_hours', state: 'missing', lacks: [{ text: 'Zoom says no.' }] })
})

test('a report that is not there yet leaves the others be', async () => {
  const {
    fetching,
    until,
    over: ended,
  } = await made({ participants: () => problem('not_found'), registrants: () => problem('nothing') })
  await until(first)
  expect(fetching.asked).toHaveLength(6)
  expect(ended()).toMatchObject([{ state: 'done', lacks: [{ step: 'participants', kind: 'not_found' }] }])
})

test('what Zoom no longer keeps is marked and never asked for again', async () => {
  const { fetching, until, over: ended } = await made({ webinar: () => problem('too_old') })
  await until(over + 40 * day)
  expect(fetching.asked).toEqual(['webinar'])
  expect(ended()).toMatchObject([{ state: 'done', lacks: [{ kind: 'too_old' }] }])
})

test('an answer that Ripen cannot store is reported, left out in the end, and keeps nothing else away', async () => {
  const { fetching, until, over: ended } = await made()
  fetching.answers.polls = pages([{ ...started(), id: 'odd', time: 0.5 }])
  await until(first + 2 * hour)
  expect(ended()[0]).toMatchObject({
    state: 'failed',
    lacks: [{ step: 'polls', text: expect.stringMatching(/could not read/) }],
  })
  expect(fetching.asked).toContain('replay_views')
})

test('credentials that Zoom does not take are refused in its words, and nothing of them is stored', async () => {
  const { ws, clock } = makeWorkspace(start)
  const fetching = scripted(clock)
  const source = await connected(ws, fetching)
  fetching.found = () => problem('revoked')
  const wrong = { account: 'other', client: 'other', secret: 'other' }
  await expect(connectSource(ws, source, wrong, fetching)).rejects.toMatchObject({
    code: 'invalid',
    message: 'Zoom says no.',
  })
  fetching.found = () => problem('unavailable')
  await expect(connectSource(ws, source, wrong, fetching)).rejects.toMatchObject({ code: 'unavailable' })
  await expect(connectSource(ws, source, { ...wrong, secret: ' ' }, fetching)).rejects.toMatchObject({
    code: 'invalid',
    details: { field: 'secret' },
  })
  expect(listSources(ws).items[0]!.api).toMatchObject({ account: 'acc', client: 'cli' })
})

test('what the app may not is said by name when a source is connected, whatever names its scopes have', async () => {
  const { ws, clock } = makeWorkspace(start)
  const fetching = scripted(clock)
  const ofSteps = ['webinar', 'registrants:admin', 'participants:master', 'recordings:admin', 'replay_views']
  // Of older apps.
  const classic = ['webinar:read:admin', 'report:read:admin', 'recording:read']
  fetching.scopes = [...ofSteps.map((name) => `scope:of:${name}`), ...classic]
  const id = await connected(ws, fetching)
  const missing = () => listSources(ws).items[0]!.api!.scopesMissing.map(({ scope }) => scope)
  expect(missing()).toEqual(['scope:of:polls:admin', 'user:read:list_users:admin'])
  fetching.scopes.push('scope:of:polls:admin')
  await connectSource(ws, id, { account: 'a', client: 'c', secret: 's', hosts: ['maya@kiwi.example'] }, fetching)
  expect(missing()).toEqual([])
})

test('a scope that the app does not name and that Zoom does not miss is none that is lacking', async () => {
  const { ws, fetching, until, source } = await made()
  fetching.scopes = ['scope:of:webinar', 'some:new:name']
  await connectSource(ws, source, { account: 'a', client: 'c', secret: 's', hosts: ['maya@kiwi.example'] }, fetching)
  const missing = () => listSources(ws).items[0]!.api!.scopesMissing.map(({ scope }) => scope)
  expect(missing()).toContain('scope:of:polls:admin')
  await until(first)
  expect(missing().filter((scope) => scope.startsWith('scope:of'))).toEqual([])
})
