import type { Statement } from '../../src/domain/statement.ts'
import { ingest } from '../../src/workspace/ingest.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { chance } from '../domain/backtest/cases.ts'
import { DAY } from '../make.ts'
import { makeWorkspace } from '../workspaces.ts'

export const begin = Date.parse('2026-01-05T08:00:00Z')
export const mail = (index: number) => `person${String(index).padStart(4, '0')}@kiwi.example`

/** What people of the past did, each with an even chance of its own: what it is, and what the template pays for it. */
export const acts = {
  report: {
    rule: 'report_downloaded',
    points: 25,
    type: 'content.downloaded',
    data: { content: { id: 'r', kind: 'special_report' } },
  },
  catalogue: {
    rule: 'product_content',
    points: 15,
    type: 'content.downloaded',
    data: { content: { id: 'c', kind: 'catalogue' } },
  },
  video: {
    ...{ rule: 'product_video', points: 20, type: 'video.watched' },
    data: { mediaSeconds: 100, watchedSeconds: 90, content: { id: 'v', kind: 'product_video' } },
  },
  form: { rule: 'form_submitted', points: 5, type: 'form.submitted', data: { form: { id: 'f', kind: 'other' } } },
} as const

export type Act = keyof typeof acts
export const allActs = Object.keys(acts) as Act[]

/** Something a person did or that became of them, so many days after the beginning. */
export function told(index: number, type: string, day: number, data: object = {}): Statement {
  const time = begin + Math.round(day * DAY)
  const id = `past/${index}/${type}/${time}/${JSON.stringify(data)}`
  return { id, type, time, person: { email: mail(index) }, data } as Statement
}

interface Truth {
  people: number
  seed?: number
  /** How likely somebody is won who did these. */
  chanceOf: (did: ReadonlySet<Act>) => number
}

/** People who did some of the acts on one day, and ten days later were won or lost by the truth. */
export function statementsOf({ people, seed = 7, chanceOf }: Truth): Statement[] {
  const next = chance(seed)
  return Array.from({ length: people }, (_, index) => index).flatMap((index) => {
    const day = 1 + index / 10
    const did = allActs.filter(() => next() < 0.5)
    const won = next() < chanceOf(new Set(did))
    return [
      told(index, 'page.viewed', day, { url: 'https://kiwi.example/blog', seconds: 40 }),
      ...did.map((act) => told(index, acts[act].type, day + 1, acts[act].data)),
      told(index, won ? 'deal.won' : 'deal.lost', day + 10, won ? { amount: 1000, currency: 'EUR' } : {}),
    ]
  })
}

export function tell(ws: Workspace, ...statements: Statement[]): void {
  ws.transaction(() => ingest(ws, statements, ws.now()))
}

/** A workspace with such a past, long after it. */
export function makePast(statements: Statement[]): Workspace {
  const { ws } = makeWorkspace(begin + 400 * DAY)
  tell(ws, ...statements)
  return ws
}
