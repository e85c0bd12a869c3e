import type { AccountsPage } from '../../../http/workspace/accounts.ts'
import { type Command, inWorkspace, untilScored, workspaceOption } from '../command.ts'
import { table } from '../table.ts'

export const accountList: Command = {
  name: 'account list',
  words: '',
  summary: 'the hottest companies: the sum of the five highest scores of each',
  takes: [0, 0],
  options: [
    workspaceOption,
    { name: 'search', value: '<text>', help: 'only those with this in their domain or name' },
    { name: 'sort', value: '<order>', help: 'score, people or name (score)' },
    { name: 'limit', value: '<number>', help: 'so many at most (50)' },
  ],
  async run(given, ripen) {
    await untilScored(given, ripen)
    const query = new URLSearchParams()
    for (const [option, name] of [
      ['search', 'q'],
      ['sort', 'sort'],
      ['limit', 'limit'],
    ] as const) {
      const value = given.text(option)
      if (value) query.set(name, value)
    }
    const page = await ripen.call<AccountsPage>('GET', inWorkspace(given, `/accounts?${query}`))
    return { json: page, human: inWords(page) }
  },
}

const headings = ['rank', 'score', 'fit', 'people', 'MQL', 'SQL', 'company', 'domain', 'highest scores']

function inWords({ items, total }: AccountsPage): string {
  if (total === 0) return 'No company yet: people have neither a business address nor a company.'
  const rows = items.map(({ rank, score, grade, people, mqls, sqls, account, top }) => [
    ...[rank, score, grade ?? '', people, mqls, sqls, account.name ?? '', account.domain ?? ''],
    top.map(({ person, score }) => `${person.email ?? person.name ?? person.id} +${score}`).join(', '),
  ])
  return `${table(headings, rows)}\n${items.length} of ${total}`
}
