import { readOutside } from '../../../http/outside.ts'
import { type Command, inWorkspace, workspaceOption } from '../command.ts'
import { table } from '../table.ts'

/** What stands before the path of a source, where it is known. */
function server(): string | null {
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

export const sourceList: Command = {
  name: 'source list',
  words: '',
  summary: 'the sources of a workspace and where they send to',
  takes: [0, 0],
  options: [workspaceOption],
  async run(given, ripen) {
    type Source = { id: string; platform: string; path: string; hasSecret: boolean; badSignatures: number }
    const answer = await ripen.call<{ items: Source[] }>('GET', inWorkspace(given, '/sources'))
    const rows = answer.items.map(({ id, platform, path, hasSecret, badSignatures }) => [
      ...[id, platform, `${server() ?? ''}${path}`, hasSecret ? 'yes' : 'no'],
      badSignatures,
    ])
    const headings = ['id', 'platform', server() ? 'address' : 'path', 'secret', 'badly signed']
    const human = rows.length === 0 ? 'There is no source yet: add one with "source add".' : table(headings, rows)
    return { json: answer, human }
  },
}
