import { type Command, inWorkspace, type Ripen, workspaceOption } from '../command.ts'
import type { Given } from '../options.ts'

export const rescore: Command = {
  name: 'rescore',
  words: '',
  summary: 'score everybody anew from the facts',
  takes: [0, 0],
  options: [workspaceOption],
  async run(given, ripen) {
    await ripen.call('POST', inWorkspace(given, '/model/rescore'))
    await untilRescored(given, ripen)
    const { version } = await ripen.call<{ version: number }>('GET', inWorkspace(given, '/model'))
    return {
      json: { modelVersion: version },
      human: `Everybody was scored anew under version ${version} of the model.`,
    }
  },
}

/** Not until nobody is due: while webhooks come in, somebody always is. */
async function untilRescored(given: Given, ripen: Ripen): Promise<void> {
  for (;;) {
    const { rescored } = await ripen.call<{ rescored: number | null }>('GET', inWorkspace(given, '/workspace'))
    if (rescored === null) return
    ripen.progress(`scoring everybody: ${Math.floor(rescored * 100)} %`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
