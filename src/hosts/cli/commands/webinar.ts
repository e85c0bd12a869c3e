import { type Command, inWorkspace, type Ripen, workspaceOption } from '../command.ts'
import type { Given } from '../options.ts'
import { inUtc, table } from '../table.ts'
import { type Sheet, sheetInWords } from './sheet-words.ts'

interface Listed {
  id: string
  topic: string | null
  kind: string
  startsAt: string | null
  registrants: number
  attendees: number
  noShows: number
}

export const webinarList: Command = {
  name: 'webinar list',
  words: '',
  summary: 'all webinars with their ids, the latest first',
  takes: [0, 0],
  options: [workspaceOption],
  async run(given, ripen) {
    const { items } = await ripen.call<{ items: Listed[] }>('GET', inWorkspace(given, '/webinars'))
    const rows = items.map(({ id, startsAt, topic, kind, registrants, attendees, noShows }) => [
      ...[id, startsAt ? inUtc(startsAt) : '', kind, registrants, attendees, noShows, topic ?? ''],
    ])
    const heads = ['id', 'begins', 'kind', 'registered', 'came', 'no-shows', 'topic']
    return { json: { items }, human: rows.length === 0 ? 'No webinar yet.' : table(heads, rows) }
  },
}

export const webinarReconcile: Command = {
  name: 'webinar reconcile',
  words: '<id>',
  summary: 'who attended by which source, and whether that is final',
  takes: [1, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    const sheet = await sheetOf(given, ripen)
    return { json: sheet, human: sheetInWords(sheet) }
  },
}

async function sheetOf(given: Given, ripen: Ripen): Promise<Sheet> {
  const path = inWorkspace(given, `/webinars/${encodeURIComponent(given.words[0]!)}/reconciliation`)
  for (;;) {
    type Answer = { state: 'done'; result: Sheet } | { state: 'running'; progress: number }
    const answer = await ripen.call<Answer>('GET', path)
    if (answer.state === 'done') return answer.result
    ripen.progress(`looking at everybody: ${Math.floor(answer.progress * 100)} %`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
