import { CallRefused, type Command, inWorkspace, workspaceOption } from '../command.ts'
import { table } from '../table.ts'

interface Key {
  id: string
  name: string
  ending: string | null
  scopes: string[]
  createdAt: string
  createdBy: string | null
  lastUsedOn: string | null
}

export const keyAdd: Command = {
  name: 'key add',
  words: '<name>',
  summary: 'make an API key for a program; it is shown once',
  takes: [1, 1],
  options: [
    workspaceOption,
    { name: 'scopes', value: '<scopes>', help: 'read, write, manage, separated by commas (required)' },
  ],
  async run(given, ripen) {
    const scopes = given.text('scopes')
    if (!scopes) throw new CallRefused({ detail: '--scopes read, write or manage is missing.' })
    const body = { name: given.words[0], scopes: scopes.split(',').map((scope) => scope.trim()) }
    const answer = await ripen.call<{ key: Key; apiKey: string }>('POST', inWorkspace(given, '/api-keys'), body)
    const words = `${answer.apiKey}\nThis is the API key "${answer.key.name}" (${answer.key.scopes.join(', ')}). Keep it now: it is not shown again.`
    return { json: answer, human: words }
  },
}

export const keyList: Command = {
  name: 'key list',
  words: '',
  summary: 'API keys of a workspace, and when each was last used',
  takes: [0, 0],
  options: [workspaceOption],
  async run(given, ripen) {
    const answer = await ripen.call<{ items: Key[] }>('GET', inWorkspace(given, '/api-keys'))
    const rows = answer.items.map(({ id, name, ending, scopes, createdAt, lastUsedOn }) => [
      ...[id, name, ending ?? '', scopes.join(', '), createdAt.slice(0, 10), lastUsedOn ?? 'never'],
    ])
    const headings = ['id', 'name', 'ends with', 'scopes', 'made', 'last used']
    return { json: answer, human: rows.length === 0 ? 'There is no API key.' : table(headings, rows) }
  },
}

export const keyRemove: Command = {
  name: 'key remove',
  words: '<id>',
  summary: 'revoke an API key at once',
  takes: [1, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    const [id] = given.words
    await ripen.call('DELETE', inWorkspace(given, `/api-keys/${encodeURIComponent(id!)}`))
    return { json: { removed: { id } }, human: `The API key ${id} is revoked: it is answered 401 from now on.` }
  },
}
