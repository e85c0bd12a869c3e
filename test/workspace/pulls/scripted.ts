import type { Statement } from '../../../src/domain/statement.ts'
import type { FoundRooms } from '../../../src/sources/zoom/api/find-rooms.ts'
import {
  type Cursor,
  type Page,
  type ProblemKind,
  type Room,
  type StepId,
  ZoomProblem,
} from '../../../src/sources/zoom/api/step.ts'
import type { ApiCall, ZoomApi } from '../../../src/sources/zoom/api/zoom-api.ts'
import { addSource } from '../../../src/workspace/add-source.ts'
import { connectSource } from '../../../src/workspace/pulls/connect.ts'
import { dueSources, nextPullAt } from '../../../src/workspace/pulls/due.ts'
import type { Fetching } from '../../../src/workspace/pulls/fetching.ts'
import { pullPage } from '../../../src/workspace/pulls/pull-page.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'

/** What a platform answers to one request: a page, or why not. */
export type Answer = Page | ZoomProblem

const said = { text: 'Zoom says no.', key: 'test.no', params: {} }

export function problem(kind: ProblemKind, retryAt: number | null = null): ZoomProblem {
  return new ZoomProblem(kind, said, retryAt)
}

/** Pages of a step, the last one the end of it. */
export function pages(...statements: Statement[][]): (cursor: Cursor) => Page {
  return ({ at = 0 }) => ({
    statements: statements[at] ?? [],
    next: at + 1 < statements.length ? { at: at + 1 } : null,
    rows: statements[at]?.length ?? 0,
  })
}

type Answering = (cursor: Cursor, room: Room) => Answer

export interface Scripted extends Fetching {
  /** What was asked for, each as `step` or `step@page`. */
  asked: string[]
  answers: Partial<Record<StepId | 'rooms' | 'roomsOf', Answering>>
  found(cursor: Cursor): FoundRooms | ZoomProblem
  instances(platformId: string): Room[] | ZoomProblem
  scopes: string[] | null
}

const ids: StepId[] = ['webinar', 'registrants', 'participants', 'polls', 'recordings', 'replay_views']

/** A platform that answers by what the test says; a step of which that says nothing brings nothing. */
export function scripted(clock: { now: number }, answers: Scripted['answers'] = {}): Scripted {
  const fetching: Scripted = {
    ...{ asked: [], answers, scopes: null },
    found: () => ({ rooms: [], next: null }),
    instances: () => [],
    open: () => {
      let requests = 0
      return {
        get: async () => void requests++,
        now: () => clock.now,
        get requests() {
          return requests
        },
        get scopes() {
          return fetching.scopes
        },
      } satisfies ZoomApi
    },
    steps: ids.map((id) => ({
      id,
      scope: `scope:of:${id}`,
      ...(id.startsWith('rec') || id.startsWith('replay') ? { replay: true as const } : {}),
      async page(api, room, cursor) {
        fetching.asked.push(cursor.at ? `${id}@${cursor.at}` : id)
        await api.get({ path: `/${id}`, rate: 'heavy', scope: '' } satisfies ApiCall)
        return given(fetching.answers[id]?.(cursor, room) ?? { statements: [], next: null })
      },
    })),
    async findRooms(api, _, cursor) {
      fetching.asked.push(cursor.at ? `rooms@${cursor.at}` : 'rooms')
      await api.get({ path: '/rooms', rate: 'medium', scope: '' })
      return given(fetching.found(cursor))
    },
    async roomsOf(api, platformId) {
      fetching.asked.push('roomsOf')
      await api.get({ path: '/instances', rate: 'light', scope: '' })
      return given(fetching.instances(platformId))
    },
  }
  return fetching
}

function given<T>(answer: T | ZoomProblem): T {
  if (answer instanceof ZoomProblem) throw answer
  return answer
}

/** A source of Zoom that may ask. */
export async function connected(ws: Workspace, fetching: Fetching): Promise<string> {
  const { source } = addSource(ws, { platform: 'zoom', secret: 'x' })
  await connectSource(ws, source.id, { account: 'acc', client: 'cli', secret: 'sec' }, fetching)
  return source.id
}

/** Fetches whatever is due until a moment, each thing when it is due; the clock stands there at the end. */
export async function fetchUntil(
  ws: Workspace,
  clock: { now: number },
  until: number,
  fetching: Fetching,
): Promise<void> {
  for (;;) {
    for (const source of dueSources(ws)) while (await pullPage(ws, source, undefined, fetching));
    const next = nextPullAt(ws)
    if (next === null || next > until) break
    clock.now = Math.max(clock.now, next)
  }
  clock.now = Math.max(clock.now, until)
}
