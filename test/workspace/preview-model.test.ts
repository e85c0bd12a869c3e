import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { keyId } from '../../src/store/fact-id.ts'
import { findKey } from '../../src/store/person-keys.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { findPreview, previewModel } from '../../src/workspace/preview-model.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { everyRow, expectPublished, previewed } from '../previewed.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, registered, scheduled, start, started, take, visited, zoom } from './told.ts'

const [dana, noa, boss] = ['dana@kiwi.example', 'noa@fig.example', 'boss@acme.example']

/** Dana came to a demo and booked a meeting, Noa and one of the company's own people came to it. */
function company(crowd = 0): Workspace {
  const { ws } = makeWorkspace(start + day, { staffDomains: ['acme.example'] })
  const came = [dana, noa, boss].flatMap((email, index) => [
    registered(`R${index}`, email, { firstName: email.split('@')[0]!, company: 'Kiwi' }),
    joined(`${index}`, 0, zoom(`R${index}`)),
    left(`${index}`, 30),
  ])
  const others = Array.from({ length: crowd }, (_, index) =>
    registered(`C${index}`, `c${index}@plum.example`, { company: 'Plum' }),
  )
  const meeting = { ...visited('v', 90, { email: dana }), type: 'meeting.booked' as const, data: {} }
  take(ws, scheduled(), started(), ...came, ...others, ended(), meeting)
  return drained(ws)
}

interface Rule {
  id: string
  points: number
}

/** The model in force with other points, and whatever else differs. */
function changed(ws: Workspace, points: Record<string, number>, rest: object = {}): Record<string, unknown> {
  const { model } = currentModel(ws)
  const rules = (model.rules as Rule[]).map((rule) => ({ ...rule, points: points[rule.id] ?? rule.points }))
  return { ...model, rules, ...rest }
}

const nobody = { count: 0, people: [] }

test('who enters and leaves, by name, with the ledger lines that cause it', async () => {
  const ws = company()
  const model = changed(ws, { attended_demo: 10, registered_demo: 14 }, { callsPerDay: 3 })
  const before = everyRow(ws)
  const preview = await previewed(ws, model)
  expect(everyRow(ws)).toEqual(before)
  // Both: 12 for registering, 12 for half an hour, 50 for the demo; Dana 50 for the meeting.
  const moved = {
    person: { id: expect.stringMatching(/^p_/), email: noa, name: 'noa', company: 'Kiwi' },
    before: { score: 74, stage: 'sql', staff: false },
    after: { score: 36, stage: 'mql', staff: false },
  }
  expect(preview).toMatchObject({
    asOf: '2026-05-13T14:00:00.000Z',
    ...{ fromVersion: 1, people: 3, staff: 1, changed: 2, notes: [], unscored: nobody },
    lines: {
      mql: { entered: nobody, left: nobody },
      sql: { entered: nobody, left: { count: 1, people: [moved] } },
      nurture: { entered: nobody, left: nobody },
      disqualified: { entered: nobody, left: nobody },
    },
    moves: [{ person: { email: dana } }, moved],
    hotPerDay: {
      // 28 dates with weekends on Friday and Saturday.
      ...{ before: 2 / 20, after: 1 / 20, callsPerDay: 3, days: 28, businessDays: 20 },
      ...{ ripe: { before: 2, after: 1 }, looked: { before: 2, after: 1 } },
    },
  })
  const [, move] = preview.moves
  expect(move!.lines).toEqual([
    {
      ...{ rule: 'attended_demo', webinarId: expect.stringMatching(/^w_/), before: 50, after: 10 },
      ...{ reason: 'Took part live in a product demo', message: 'attended_demo', params: expect.anything() },
    },
    expect.objectContaining({ rule: 'registered_demo', before: 12, after: 14 }),
  ])
  expect(preview.distribution.thresholds).toEqual({ before: { mql: 30, sql: 70 }, after: { mql: 30, sql: 70 } })
  expect(preview.distribution.bins.reduce((sum, { before, after }) => sum + before + after, 0)).toBe(4)
  expectPublished(ws, preview, model)
})

test('a threshold that is a condition is drawn nowhere, and who is beside the funnel is named too', async () => {
  const ws = company()
  const rules = [
    ...(currentModel(ws).model.rules as object[]),
    {
      ...{ id: 'rival', kind: 'wrong_fit', points: -1, origin: 'own', disqualifies: true },
      lists: [{ attribute: 'company', oneOf: ['Kiwi'] }],
    },
  ]
  const model = { ...changed(ws, {}, { thresholds: { mql: 30, sql: { score: 70 } } }), rules }
  const preview = await previewed(ws, model)
  expect(preview.distribution.thresholds.after).toEqual({ mql: 30, sql: null })
  expect(preview.lines.disqualified.entered).toMatchObject({ count: 2, people: [{ before: { stage: 'sql' } }, {}] })
  expect(preview.lines.mql.left.count).toBe(2)
  expectPublished(ws, preview, model)
})

test('who becomes staff leaves, and who is staff no longer enters, though the score stays', async () => {
  const ws = company()
  const model = changed(ws, {}, { staffDomains: ['fig.example'] })
  const { staff, changed: moved, lines, moves } = await previewed(ws, model)
  expect([staff, moved, moves]).toEqual([0, 2, []])
  expect(lines.sql).toMatchObject({
    entered: { count: 1, people: [{ person: { email: boss }, before: { staff: true }, after: { staff: false } }] },
    left: { count: 1, people: [{ person: { email: noa }, before: { staff: false }, after: { staff: true } }] },
  })
})

test('all are counted, the hottest 200 named', async () => {
  const ws = company(250)
  const lists = [{ attribute: 'company', oneOf: ['Kiwi', 'Plum'] }]
  const rival = { id: 'rival', kind: 'wrong_fit', points: -1, origin: 'own', disqualifies: true, lists }
  const preview = await previewed(ws, { ...changed(ws, {}), rules: [...(currentModel(ws).model.rules as []), rival] })
  const { count, people } = preview.lines.disqualified.entered
  expect([preview.changed, count, people.length, preview.moves.length]).toEqual([252, 252, 200, 20])
  expect(people.slice(0, 3).map(({ after }) => after.score)).toEqual([123, 73, 11])
})

test('a workspace without anybody is previewed, too', async () => {
  const { ws } = makeWorkspace(start)
  expect(await previewed(ws)).toMatchObject({
    ...{ people: 0, changed: 0, moves: [], unscored: nobody, notes: [] },
    lines: { mql: { entered: nobody, left: nobody } },
    distribution: { bins: [] },
    hotPerDay: { before: 0, after: 0, callsPerDay: null, ripe: { before: 0, after: 0 } },
  })
})

test('who cannot be scored is left out by name and holds up nobody', async () => {
  const ws = company()
  ws.db.prepare(`UPDATE fact SET data = 'null' WHERE time = ?`).run(start + 90 * 60_000)
  ws.db.prepare(`UPDATE fact SET data = '{"pages"' WHERE time = ?`).run(start + 90 * 60_000)
  const before = everyRow(ws)
  const preview = await previewed(ws, changed(ws, { attended_demo: 10 }))
  expect(everyRow(ws)).toEqual(before)
  expect(preview).toMatchObject({ people: 2, changed: 1, moves: [{ person: { email: noa } }] })
  expect(preview.unscored).toMatchObject({ count: 1, people: [{ reason: expect.stringMatching(/^SyntaxError: /) }] })
})

test('a model that is not valid, or that no calendar can follow, is refused at once with the place', () => {
  const ws = company()
  expect(() => previewModel(ws, changed(ws, {}, { followUpDays: -1 }))).toThrow('followUpDays')
  const calendar = { ...(currentModel(ws).model.calendar as object), timezone: 'Mars/Base' }
  expect(() => previewModel(ws, changed(ws, {}, { calendar }))).toThrow('Mars/Base')
  expect(() => previewModel(ws, null)).toThrow('The model is not valid')
  expect(ws.jobs.size).toBe(0)
})

test('facts that arrive while it runs are in it: new people, new acts, a merge, a webinar that turns out longer', async () => {
  const ws = company(700)
  const model = changed(ws, { attended_full: 40, registered: 3 })
  const preview = await previewed(ws, model, () => {
    take(ws, visited('new', 80, { email: 'new@pear.example' }, 300), visited('old', 80, { email: noa }, 300))
    take(ws, registered('R0', noa))
    take(ws, { ...ended(30), id: 'ended again' })
  })
  expect(preview).toMatchObject({ notes: [], people: 703 })
  expect(findKey(ws.db, keyId(`e:${dana}`))!.person).toBe(findKey(ws.db, keyId(`e:${noa}`))!.person)
  expectPublished(drained(ws), preview, model)
})

test('where facts about everybody keep arriving it comes to an end all the same, and says so', async () => {
  const ws = company(600)
  let minutes = 60
  const preview = await previewed(ws, changed(ws, { attended_demo: 10 }), async () => {
    while ([...ws.jobs.values()].some(({ result }) => result === null)) {
      take(ws, { ...ended(++minutes), id: `ended/${minutes}` })
      await setImmediate()
    }
  })
  expect(preview.people).toBe(603)
  expect(preview.notes.map(({ text }) => text)).toEqual([
    'Something new came in all the while, last about 603 people, who are shown as they were a moment before. Ask again when it is quieter.',
  ])
})

test('a version that comes into force while it runs changes nothing about it, and it says so', async () => {
  const ws = company(700)
  const model = changed(ws, { attended_demo: 10 })
  const preview = await previewed(ws, model, () => {
    publishModel(ws, changed(ws, { attended_demo: 20 }))
    drained(ws)
  })
  expect(preview).toMatchObject({ fromVersion: 1, lines: { sql: { left: { count: 1 } } } })
  expect(preview.notes.map(({ text }) => text)).toEqual([
    'While this was worked out, version 2 came into force. This compares with version 1: ask again to compare with the new one.',
  ])
})

test('who asks for the same joins it, another model is another preview, and one that nobody knows is refused', async () => {
  const ws = company(500)
  const job = previewModel(ws, changed(ws, { attended_demo: 10 }))
  expect(previewModel(ws, changed(ws, { attended_demo: 10 }))).toBe(job)
  expect(previewModel(ws, changed(ws, { attended_demo: 11 }))).not.toBe(job)
  expect(findPreview(ws, job.id)).toBe(job)
  expect(() => findPreview(ws, 'preview_0')).toThrow(/ask for it again/)
  await job.ended
})

test('how much of what was said lately is about buying, by the words in force and by those of the model', async () => {
  const { ws } = makeWorkspace(start + day, { staffDomains: ['acme.example'] })
  const asks = (id: string, email: string, text: string, at = 90) => ({
    ...{ ...visited(id, at, { email }), id: `asked/${id}`, type: 'question.asked' as const },
    data: { text },
  })
  const old = -91 * 24 * 60
  take(
    ws,
    ...[asks('1', dana, 'What does it cost?'), asks('2', dana, 'Which discount? And a trial?')],
    ...[asks('3', noa, 'A rate card, please'), asks('4', noa, 'Hello')],
    ...[asks('5', boss, 'The price?'), asks('6', noa, 'The price?', old)],
  )
  drained(ws)
  const [price, ...others] = currentModel(ws).model.buyingWords
  const words = { ...price!.words, en: [...price!.words.en.filter((word) => word !== 'discount'), 'rate card'] }
  const preview = await previewed(ws, changed(ws, {}, { buyingWords: [{ ...price, words }, ...others] }))
  expect(preview.questions).toEqual({
    ...{ days: 90, asked: 4, before: 2, after: 3 },
    topics: [
      { topic: 'price', before: 2, after: 2 },
      { topic: 'trial', before: 1, after: 1 },
    ],
  })
  const without = await previewed(ws, changed(ws, {}, { buyingWords: [] }))
  expect(without.questions).toMatchObject({ asked: 4, before: 2, after: 0, topics: [{ before: 2, after: 0 }, {}] })
})
