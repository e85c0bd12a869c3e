import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/domain/fact.ts'
import { diffModels, modelFile } from '../../src/workspace/diff-models.ts'
import { deleteDraft, saveDraft, showDraft } from '../../src/workspace/draft.ts'
import { drain } from '../../src/workspace/drain.ts'
import { meantModel } from '../../src/workspace/meant-model.ts'
import { currentModel, modelVersion, modelVersions } from '../../src/workspace/models.ts'
import { publishDraft } from '../../src/workspace/publish-draft.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { rollBack } from '../../src/workspace/roll-back.ts'
import { signDraft } from '../../src/workspace/sign-draft.ts'
import { type Author, SIDES } from '../../src/workspace/signatures.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { registered, scheduled, start, take } from './told.ts'

const dana: Author = { by: 'Dana Levi', email: 'dana@kiwi.example', sides: ['marketing'] }
const sam: Author = { by: 'Sam Ortiz', email: 'sam@kiwi.example', sides: ['sales'] }
const noa: Author = { by: 'Noa Barak', email: 'noa@kiwi.example', sides: SIDES }
const key: Author = { by: 'API key', email: null, sides: SIDES }

/** The model in force with another threshold for MQL. */
function changed(ws: Workspace, mql: number): { thresholds: { mql: number; sql: number } } & Record<string, unknown> {
  return { ...currentModel(ws).model, thresholds: { mql, sql: 70 } }
}

const refused = (code: string, words: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(words) })

function begun() {
  const made = makeWorkspace(start)
  saveDraft(made.ws, { model: changed(made.ws, 25), revision: 0, note: 'Fewer leads slip' }, dana)
  return made
}

function signedByBoth() {
  const made = begun()
  signDraft(made.ws, { side: 'marketing', revision: 1 }, dana)
  made.clock.now += 60_000
  signDraft(made.ws, { side: 'sales', revision: 1 }, sam)
  return made
}

describe('a draft', () => {
  test('is one a workspace, and says who changed it, when, and from which version it was made', () => {
    const { ws, clock } = makeWorkspace(start)
    expect(showDraft(ws)).toEqual({ draft: null })
    saveDraft(ws, { model: changed(ws, 25) }, dana)
    clock.now += 1000
    expect(saveDraft(ws, { model: changed(ws, 20), revision: 1, note: 'Braver' }, sam)).toEqual({
      draft: {
        revision: 2,
        basedOn: 1,
        updatedAt: new Date(start + 1000).toISOString(),
        updatedBy: 'Sam Ortiz',
        note: 'Braver',
        signed: { marketing: null, sales: null },
        model: { ...currentModel(ws).model, thresholds: { mql: 20, sql: 70 } },
      },
    })
    expect(showDraft(ws)).toEqual(saveDraft(ws, { model: changed(ws, 20) }, noa))
    expect(modelVersions(ws).items).toHaveLength(1)
  })

  test('that two people saved at the same time is that of the first; the second hears of whom and when', () => {
    const { ws } = begun()
    saveDraft(ws, { model: changed(ws, 20), revision: 1 }, sam)
    const again = () => saveDraft(ws, { model: changed(ws, 15), revision: 1 }, dana)
    expect(again).toThrow(refused('conflict', `changed by Sam Ortiz at ${new Date(start).toISOString()}`))
    const first = () => saveDraft(ws, { model: changed(ws, 15), revision: 0 }, dana)
    expect(first).toThrow(refused('conflict', 'Sam Ortiz began a draft'))
    expect(showDraft(ws).draft).toMatchObject({ revision: 2, model: { thresholds: { mql: 20 } } })
  })

  test('is what is meant where nothing is said; without one the version in force is', () => {
    const { ws } = makeWorkspace(start)
    expect(meantModel(ws).thresholds.mql).toBe(30)
    saveDraft(ws, { model: changed(ws, 25) }, dana)
    expect(meantModel(ws).thresholds.mql).toBe(25)
    expect(meantModel(ws, changed(ws, 5)).thresholds.mql).toBe(5)
  })

  test('that is thrown away is not taken for the next one', () => {
    const { ws } = begun()
    deleteDraft(ws, sam)
    expect(showDraft(ws)).toEqual({ draft: null })
    const late = () => saveDraft(ws, { model: changed(ws, 20), revision: 1 }, dana)
    expect(late).toThrow(refused('conflict', 'Sam Ortiz published it or threw it away'))
    expect(() => signDraft(ws, { side: 'sales', revision: 1 }, sam)).toThrow(refused('conflict', 'gone'))
    expect(saveDraft(ws, { model: changed(ws, 25), revision: 0 }, dana).draft).toMatchObject({
      revision: 2,
      note: null,
    })
  })

  test('that is no model is refused with the place, and the one before stays', () => {
    const { ws } = begun()
    const before = showDraft(ws)
    expect(() => saveDraft(ws, { model: { ...changed(ws, 20), followUpDays: 0 } }, dana)).toThrow('followUpDays')
    expect(() => saveDraft(ws, { model: changed(ws, 90) }, dana)).toThrow(refused('invalid', 'thresholds'))
    expect(showDraft(ws)).toEqual(before)
  })
})

describe('signatures', () => {
  test('carry name and time of both, and another content takes both away, the same does not', () => {
    const { ws } = signedByBoth()
    const signed = {
      marketing: { by: 'Dana Levi', at: new Date(start).toISOString() },
      sales: { by: 'Sam Ortiz', at: new Date(start + 60_000).toISOString() },
    }
    expect(showDraft(ws).draft?.signed).toEqual(signed)
    const noted = saveDraft(ws, { model: changed(ws, 25), note: 'Other words' }, noa)
    expect(noted.draft?.signed).toEqual(signed)
    expect(saveDraft(ws, { model: changed(ws, 26) }, noa).draft?.signed).toEqual({ marketing: null, sales: null })
  })

  test('are of what was read: an older revision is refused', () => {
    const { ws } = begun()
    saveDraft(ws, { model: changed(ws, 20), revision: 1 }, sam)
    expect(() => signDraft(ws, { side: 'marketing', revision: 1 }, dana)).toThrow(refused('conflict', 'Sam Ortiz'))
    expect(showDraft(ws).draft?.signed.marketing).toBeNull()
  })

  test('are of two people, each for the side that is theirs', () => {
    const { ws } = begun()
    expect(() => signDraft(ws, { side: 'sales', revision: 1 }, dana)).toThrow(refused('forbidden', 'sales'))
    signDraft(ws, { side: 'marketing', revision: 1 }, noa)
    const both = () => signDraft(ws, { side: 'sales', revision: 1 }, noa)
    expect(both).toThrow(refused('conflict', 'Noa Barak has signed for marketing'))
    expect(() => signDraft(ws, { side: 'marketing', revision: 1 }, dana)).toThrow(refused('conflict', 'Noa Barak'))
    expect(() => signDraft(ws, { side: 'sales', revision: 1, name: ' noa  BARAK ' }, key)).toThrow('another person')
    expect(signDraft(ws, { side: 'marketing', revision: 1 }, noa).draft?.signed.sales).toBeNull()
  })

  test('of callers who are not signed in need a name; those who are sign in their own', () => {
    const { ws } = begun()
    expect(() => signDraft(ws, { side: 'sales', revision: 1 }, key)).toThrow(refused('invalid', 'whose name'))
    expect(() => signDraft(ws, { side: 'sales', revision: 1, name: 'Eve' }, sam)).toThrow(
      refused('invalid', 'own name'),
    )
    expect(signDraft(ws, { side: 'sales', revision: 1, name: 'Sam' }, key).draft?.signed.sales?.by).toBe('Sam')
  })
})

describe('publishing', () => {
  test('a draft needs both signatures, and says whose is missing', () => {
    const { ws } = begun()
    expect(() => publishDraft(ws, { revision: 1 }, noa)).toThrow(
      refused('conflict', 'neither by marketing nor by sales'),
    )
    signDraft(ws, { side: 'sales', revision: 1 }, sam)
    expect(() => publishDraft(ws, { revision: 1 }, noa)).toThrow(refused('conflict', 'not signed by marketing'))
    expect(modelVersions(ws).items).toHaveLength(1)
  })

  test('a signed draft makes a version that keeps who, why and from what, and the draft is gone', () => {
    const { ws, clock } = signedByBoth()
    expect(publishDraft(ws, { revision: 1 }, sam)).toEqual({ version: 2 })
    expect(showDraft(ws)).toEqual({ draft: null })
    const version = {
      version: 2,
      state: 'current',
      publishedAt: new Date(start + 60_000).toISOString(),
      publishedBy: 'Sam Ortiz',
      note: 'Fewer leads slip',
      basedOn: 1,
      rollbackOf: null,
      signed: {
        marketing: { by: 'Dana Levi', at: new Date(start).toISOString() },
        sales: { by: 'Sam Ortiz', at: new Date(start + 60_000).toISOString() },
      },
      switchedAt: new Date(start + 65_000).toISOString(),
    }
    expect(modelVersions(ws).items[0]).toEqual({ ...version, state: 'building', switchedAt: null })
    clock.now += 5_000
    drained(ws)
    expect(modelVersions(ws).items[0]).toEqual(version)
    expect(modelVersions(ws).items[1]).toMatchObject({ publishedBy: null, switchedAt: new Date(start).toISOString() })
    expect(() => publishDraft(ws, { revision: 1 }, sam)).toThrow(refused('conflict', 'gone'))
  })

  test('with a test inside that is red is refused with what it expected, in every way; with a green one it goes', () => {
    const { ws } = makeWorkspace(start)
    const test = (score: number) => ({
      name: 'a booked meeting',
      because: 'it is a raised hand',
      asOf: '2026-04-02T12:00:00Z',
      facts: [{ type: 'meeting.booked', at: '2026-04-02T10:00:00Z' }],
      expect: { score },
    })
    const red = { ...changed(ws, 25), tests: [test(49)] }
    const failed = expect.objectContaining({
      code: 'invalid',
      message: expect.stringContaining('“a booked meeting”'),
      details: {
        field: 'tests',
        tests: [expect.objectContaining({ failures: [{ what: 'score', expected: 49, got: 50 }] })],
      },
    })
    expect(() => publishModel(ws, red)).toThrow(failed)
    saveDraft(ws, { model: red }, dana)
    signDraft(ws, { side: 'marketing', revision: 1 }, dana)
    signDraft(ws, { side: 'sales', revision: 1 }, sam)
    expect(() => publishDraft(ws, { revision: 1 }, noa)).toThrow(failed)
    expect([modelVersions(ws).items.length, showDraft(ws).draft?.revision]).toEqual([1, 1])
    expect(publishModel(ws, { ...red, tests: [test(50)] })).toEqual({ version: 2 })
  })

  test('another revision than the one that was read is refused', () => {
    const { ws } = signedByBoth()
    saveDraft(ws, { model: changed(ws, 25), note: 'Other words' }, noa)
    expect(() => publishDraft(ws, { revision: 1 }, sam)).toThrow(refused('conflict', 'revision 2'))
    expect(publishDraft(ws, { revision: 2, note: 'Agreed in April' }, sam)).toEqual({ version: 2 })
    expect(modelVersion(ws, 2).note).toBe('Agreed in April')
  })

  test('while another version is building it takes its place, and readers never were on that one', () => {
    const { ws } = signedByBoth()
    take(ws, scheduled(), registered('R1', 'person1@kiwi.example'))
    drained(ws)
    publishModel(ws, changed(ws, 10), { by: 'API key' })
    drain(ws, 0)
    expect(publishDraft(ws, { revision: 1 }, sam)).toEqual({ version: 3 })
    drained(ws)
    const states = modelVersions(ws).items.map(({ version, state, switchedAt }) => [
      version,
      state,
      switchedAt !== null,
    ])
    expect(states).toEqual([
      [3, 'current', true],
      [2, 'past', false],
      [1, 'past', true],
    ])
    expect(currentModel(ws)).toMatchObject({ basedOn: 1, model: { thresholds: { mql: 25 } } })
  })
})

describe('rolling back', () => {
  test('publishes the old content as a new version that says so', () => {
    const { ws } = makeWorkspace(start)
    const first = currentModel(ws).model
    publishModel(ws, changed(ws, 25))
    drained(ws)
    expect(rollBack(ws, { version: 1, note: 'Too many' }, noa)).toEqual({ version: 3 })
    drained(ws)
    const about = { version: 3, publishedBy: 'Noa Barak', note: 'Too many', basedOn: 2, rollbackOf: 1, model: first }
    expect(currentModel(ws)).toMatchObject(about)
  })

  test('to a version that is not there, or is in force, is refused, and nothing is published', () => {
    const { ws } = makeWorkspace(start)
    expect(() => rollBack(ws, { version: 7 }, noa)).toThrow(refused('not_found', 'no version 7'))
    expect(() => rollBack(ws, { version: 1 }, noa)).toThrow(refused('conflict', 'in force'))
    expect(modelVersions(ws).items).toHaveLength(1)
  })

  test('asks nothing of a version that a release before took in, whatever today’s would refuse', () => {
    const { ws } = makeWorkspace(start)
    const after = changed(ws, 25)
    const before = { ...currentModel(ws).model, staffDomains: ['kiwi'] }
    ws.db.prepare('UPDATE model SET json = ? WHERE version = 1').run(canonicalJson(before))
    publishModel(ws, after)
    drained(ws)
    expect(() => publishModel(ws, before)).toThrow(refused('invalid', 'kiwi'))
    expect(rollBack(ws, { version: 1 }, noa)).toEqual({ version: 3 })
    drained(ws)
    expect(currentModel(ws)).toMatchObject({ version: 3, model: before })
  })

  test('to the version in force takes back one that is still building', () => {
    const { ws } = makeWorkspace(start)
    take(ws, scheduled(), registered('R1', 'person1@kiwi.example'))
    drained(ws)
    publishModel(ws, changed(ws, 25))
    expect(rollBack(ws, { version: 1 }, noa)).toEqual({ version: 3 })
    drained(ws)
    expect(currentModel(ws)).toMatchObject({ version: 3, model: { thresholds: { mql: 30 } } })
  })
})

describe('the difference between two', () => {
  test('is by path and as a unified diff of the readable files', () => {
    const { ws } = begun()
    const { from, to, changes, text } = diffModels(ws)
    expect([from, to]).toEqual([1, 'draft'])
    expect(changes).toEqual([{ path: 'thresholds.mql', rule: null, kind: 'changed', before: 30, after: 25 }])
    expect(text).toMatch(/^--- ripen-model-v1\.json\n\+\+\+ ripen-model-draft\.json\n@@ -\d+,7 \+\d+,7 @@\n/)
    const lines = text.split('\n').filter((line) => /^[-+] /.test(line))
    expect(lines).toEqual(['-    "mql": 30,', '+    "mql": 25,'])
    expect(diffModels(ws, 1, 1)).toMatchObject({ changes: [], text: '' })
  })

  test('of two that have next to nothing in common is told in a moment all the same', () => {
    const { ws } = makeWorkspace(start)
    const mailboxes = Array.from({ length: 30_000 }, (_, at) => `${(at * 7919).toString(36)}.example`)
    saveDraft(ws, { model: { ...changed(ws, 25), freeMailboxes: mailboxes, disposableMailboxes: [] } }, dana)
    const { text } = diffModels(ws)
    const shown = text.split('\n')
    expect(shown[2]).toMatch(/^@@ -1,\d+ \+1,\d+ @@$/)
    expect(shown).toContain('+    "mql": 25,')
  })

  test('a version or a draft that is not there is refused', () => {
    const { ws } = makeWorkspace(start)
    expect(() => diffModels(ws)).toThrow(refused('not_found', 'no draft'))
    expect(() => modelFile(ws, 3)).toThrow(refused('not_found', 'version 3'))
    expect(modelFile(ws, 1).text).toContain('{ "id": "attended_full", "kind": "attended", "points": 20')
  })
})
