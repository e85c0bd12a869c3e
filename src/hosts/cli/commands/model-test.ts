import type { TestAnswer } from '../../../http/workspace/lint.ts'
import { type Command, inWorkspace, workspaceOption } from '../command.ts'
import { modelGiven } from '../model-job.ts'

export const modelTest: Command = {
  name: 'model test',
  words: '[<file>]',
  summary: 'run the tests inside a model: of a file, else of the draft or the model in force',
  takes: [0, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    const answer = await ripen.call<TestAnswer>('POST', inWorkspace(given, '/model/test'), modelGiven(given))
    return { json: answer, human: testedInWords(answer), failed: answer.failed > 0 }
  },
}

function testedInWords({ passed, failed, items }: TestAnswer): string {
  if (items.length === 0) return 'This model has no tests.'
  return [...items.map(testInWords), `${passed} passed, ${failed} failed.`].join('\n')
}

function testInWords({ name, because, passed, failures, ledger }: TestAnswer['items'][number]): string {
  if (passed) return `passed  ${name}`
  return [
    `FAILED  ${name}`,
    ...failures.map(({ what, expected, got }) => `        ${what}: expected ${expected}, got ${got}`),
    ...(because ? [`        because ${because}`] : []),
    ...ledger.map(
      ({ points, reason }) => `        ${(points < 0 ? `${points}` : `+${points}`).padStart(6)}  ${reason}`,
    ),
  ].join('\n')
}
