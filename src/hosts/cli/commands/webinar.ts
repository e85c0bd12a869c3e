import { type Command, inWorkspace, type Ripen, workspaceOption } from '../command.ts'
import type { Given } from '../options.ts'
import { type Sheet, sheetInWords } from './sheet-words.ts'

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
