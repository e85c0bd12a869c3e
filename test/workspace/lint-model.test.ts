import { expect, test } from 'vitest'
import { addSource } from '../../src/workspace/add-source.ts'
import { lintModel } from '../../src/workspace/lint-model.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { receiveActivities } from '../../src/workspace/receive-activities.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace, SECRET } from '../workspaces.ts'

const now = Date.parse('2026-03-10T12:00:00Z')

const unfed = (ws: Workspace, given?: unknown) =>
  lintModel(ws, given)
    .items.filter(({ smell }) => smell === 'unfed_rule')
    .map(({ rule }) => rule)

const opened = (id: string) => ({
  ...{ specversion: '1.0', id, source: '/mail', type: 'email.opened', time: '2026-03-10T11:00:00Z' },
  data: { person: { email: 'dana@acme.example' }, messageId: 'm' },
})

test('before anything is connected or has arrived, nothing is said of rules that nothing feeds', () => {
  const { ws } = makeWorkspace(now)
  expect(unfed(ws)).toEqual([])
})

test('a connected source feeds the rules for what it brings, and what arrived by any way feeds the others', async () => {
  const { ws } = makeWorkspace(now)
  addSource(ws, { platform: 'zoom', secret: SECRET })
  expect(unfed(ws)).toEqual(expect.arrayContaining(['email_opened', 'opens_without_clicks', 'calls_unanswered']))
  expect(unfed(ws)).not.toContain('attended_full')
  expect(unfed(ws)).not.toContain('chat_written')
  expect(unfed(ws)).not.toContain('poll_answered')
  await receiveActivities(ws, [opened('1')])
  drained(ws)
  expect(unfed(ws)).not.toContain('email_opened')
  expect(unfed(ws)).not.toContain('opens_without_clicks')
})

test('a source of which no rule looks at anything is named, and so is what arrives for nothing', async () => {
  const { ws } = makeWorkspace(now)
  addSource(ws, { platform: 'zoom', secret: SECRET })
  await receiveActivities(ws, [opened('1')])
  drained(ws)
  const { model } = currentModel(ws)
  const rules = [{ id: 'page', points: 1, origin: 'own', kind: 'site_activity', visits: {} }]
  const { items } = lintModel(ws, { ...model, thresholds: { mql: 1, sql: 1 }, rules })
  expect(items.filter(({ smell }) => smell === 'unused_source').map(({ text }) => text)).toEqual([
    'The source “zoom” is connected, and no rule that is switched on looks at anything it brings.',
    '“email.opened” arrives, and no rule that is switched on looks at it.',
  ])
})
