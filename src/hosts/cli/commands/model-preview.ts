import { readFileSync } from 'node:fs'
import type { PreviewAnswer } from '../../../http/workspace/preview.ts'
import { CallRefused, type Command, inWorkspace, type Ripen, workspaceOption } from '../command.ts'
import type { Given } from '../options.ts'
import { previewInWords } from './previewed.ts'

type Answer = { state: 'done'; result: PreviewAnswer } | { state: 'running'; id: string; progress: number }

export const modelPreview: Command = {
  name: 'model preview',
  words: '[<file>]',
  summary: 'what publishing a model would do to everybody, by name; nothing is changed',
  takes: [0, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    const [file] = given.words
    const result = await previewOf(given, ripen, file === undefined ? {} : { model: readModel(file) })
    return { json: result, human: previewInWords(result) }
  },
}

async function previewOf(given: Given, ripen: Ripen, body: object): Promise<PreviewAnswer> {
  let answer = await ripen.call<Answer>('POST', inWorkspace(given, '/model/preview'), body)
  while (answer.state === 'running') {
    ripen.progress(`comparing everybody: ${Math.floor(answer.progress * 100)} %`)
    answer = await ripen.call<Answer>('GET', inWorkspace(given, `/model/preview/${answer.id}`))
  }
  return answer.result
}

function readModel(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new CallRefused({ detail: `${file} cannot be read as a model: ${(error as Error).message}` })
  }
}
