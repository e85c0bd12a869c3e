import type { PreviewAnswer } from '../../../http/workspace/preview.ts'
import { type Command, workspaceOption } from '../command.ts'
import { modelJob } from '../model-job.ts'
import { previewInWords } from './previewed.ts'

export const modelPreview: Command = {
  name: 'model preview',
  words: '[<file>]',
  summary: 'what publishing a model would do to everybody, by name; nothing is changed',
  takes: [0, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    const preview = await modelJob<PreviewAnswer>(given, ripen, '/model/preview', 'comparing everybody')
    return { json: preview, human: previewInWords(preview) }
  },
}
