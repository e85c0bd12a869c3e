import { readOutside } from '../../../http/outside.ts'
import { type Command, inWorkspace, workspaceOption } from '../command.ts'

/** What stands before the path of a source, where it is known. */
export function server(): string | null {
  return process.env.RIPEN_SERVER || readOutside(process.env).url
}

export const sourceAdd: Command = {
  name: 'source add',
  words: '<platform>',
  summary: 'let a platform send to a workspace',
  takes: [1, 1],
  options: [workspaceOption, { name: 'secret', value: '<secret>', help: 'the secret with which the platform signs' }],
  async run(given, ripen) {
    const [platform] = given.words
    type Answer = { source: { id: string; platform: string }; path: string }
    const body = { platform, secret: given.text('secret') }
    const added = await ripen.call<Answer>('POST', inWorkspace(given, '/sources'), body)
    const human = [
      `Source ${added.source.id} is ready for ${added.source.platform}.`,
      `Give ${added.source.platform} this address: ${server() ?? 'https://<your server>'}${added.path}`,
      ...(given.text('secret') ? [] : ['Without a secret every delivery is refused: give one with "source secret".']),
    ]
    return { json: added, human: human.join('\n') }
  },
}

export const sourceSecret: Command = {
  name: 'source secret',
  words: '<source id>',
  summary: 'change the secret of a source; the one before stays valid too',
  takes: [1, 1],
  options: [workspaceOption, { name: 'secret', value: '<secret>', help: 'the new secret (required)' }],
  async run(given, ripen) {
    const [id] = given.words
    await ripen.call('PUT', inWorkspace(given, `/sources/${encodeURIComponent(id!)}/secret`), {
      secret: given.text('secret') ?? '',
    })
    return { json: { source: { id } }, human: `Source ${id} takes the new secret, and the one before as well.` }
  },
}
