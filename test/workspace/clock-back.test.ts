import { expect, test } from 'vitest'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { backlog, drain } from '../../src/workspace/drain.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { joined, minute, registered, scheduled, start, started, take, zoom } from './told.ts'

const all = [scheduled(), started(), registered('R1', 'dana@kiwi.example'), joined('1', 0, zoom('R1'))]

function atMinute(at: number) {
  const made = makeWorkspace(start + at * minute)
  take(made.ws, ...all)
  drained(made.ws)
  return made
}

function shown(ws: Workspace) {
  return webinars(ws).items.flatMap(({ id }) => ranking(ws, id, {}).items)
}

test('when the clock goes back, all is as if scored as of now: nobody has gone who is in the room', () => {
  const { ws, clock } = atMinute(90)
  clock.now = start + 20 * minute
  expect(shown(drained(ws))).toEqual(shown(atMinute(20).ws))
})

test('a clock that is put right by less than a second makes nobody due', () => {
  const { ws, clock } = atMinute(90)
  clock.now -= 1_000
  drain(ws, 1_000)
  expect(ws.remembered.scoredTo?.at).toBe(start + 90 * minute)
  clock.now -= 1
  drain(ws, 1_000)
  expect(ws.remembered.scoredTo?.at).toBe(clock.now)
})

test('it goes back while nothing runs: the next start notices', () => {
  const { ws } = atMinute(90)
  const now = start + 20 * minute
  const migrations = readMigrations('workspace')
  const again = openWorkspace(ws.db, { id: ws.id, now: () => now, secret: new Uint8Array(32), migrations })
  expect(shown(drained(again))).toEqual(shown(atMinute(20).ws))
  expect(backlog(again)).toBe(0)
})
