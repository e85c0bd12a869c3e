import { type Command, inWorkspace, untilScored, workspaceOption } from '../command.ts'

export const rescore: Command = {
  name: 'rescore',
  words: '',
  summary: 'score everybody anew from the facts',
  takes: [0, 0],
  options: [workspaceOption],
  async run(given, ripen) {
    await ripen.call('POST', inWorkspace(given, '/model/rescore'))
    await untilScored(given, ripen)
    const { version } = await ripen.call<{ version: number }>('GET', inWorkspace(given, '/model'))
    return {
      json: { modelVersion: version },
      human: `Everybody was scored anew under version ${version} of the model.`,
    }
  },
}
