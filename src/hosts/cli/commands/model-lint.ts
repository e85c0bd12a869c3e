import type { LintAnswer } from '../../../http/workspace/lint.ts'
import { type Command, inWorkspace, workspaceOption } from '../command.ts'
import { modelGiven } from '../model-job.ts'

export const modelLint: Command = {
  name: 'model lint',
  words: '[<file>]',
  summary: 'what is odd in a formula: of a file, else of the draft or the model in force',
  takes: [0, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    const answer = await ripen.call<LintAnswer>('POST', inWorkspace(given, '/model/lint'), modelGiven(given))
    const failed = answer.items.some(({ severity }) => severity === 'error')
    return { json: answer, human: lintedInWords(answer), failed }
  },
}

function lintedInWords({ items }: LintAnswer): string {
  if (items.length === 0) return 'Nothing odd found.'
  return items.map(({ severity, path, text }) => `${severity.padEnd(7)}  ${path}\n         ${text}`).join('\n')
}
