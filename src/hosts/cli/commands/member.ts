import { CallRefused, type Command, workspaceOption } from '../command.ts'
import type { Given } from '../options.ts'
import { table } from '../table.ts'

interface Member {
  email: string
  name: string
  role: string
}

export const memberAdd: Command = {
  name: 'member add',
  words: '<e-mail>',
  summary: 'let somebody sign in to a workspace, or give them another role there',
  takes: [1, 1],
  options: [
    workspaceOption,
    { name: 'role', value: '<role>', help: 'owner, producer, marketer, sales or partner (required)' },
    { name: 'name', value: '<name>', help: 'how they are called, for example on signatures (the address)' },
  ],
  async run(given, ripen) {
    const [email] = given.words
    const role = given.text('role')
    if (!role) throw new CallRefused({ detail: '--role owner, producer, marketer, sales or partner is missing.' })
    const body = { email, role, name: given.text('name') ?? email }
    const answer = await ripen.call<{ member: Member; link: string | null }>('POST', membersOf(given), body)
    const words =
      answer.link === null
        ? `${email} is ${role} in "${given.text('workspace')}" from now on, and signs in as before.`
        : `${email} is ${role} in "${given.text('workspace')}". Give them this link, with which they choose a password:\n${answer.link}\nIt works once, within 7 days.`
    return { json: answer, human: words }
  },
}

export const memberList: Command = {
  name: 'member list',
  words: '',
  summary: 'who may sign in to a workspace, and as what',
  takes: [0, 0],
  options: [workspaceOption],
  async run(given, ripen) {
    const answer = await ripen.call<{ items: Member[] }>('GET', membersOf(given))
    const rows = answer.items.map(({ email, name, role }) => [email, name, role])
    return { json: answer, human: rows.length === 0 ? 'Nobody yet.' : table(['e-mail', 'name', 'role'], rows) }
  },
}

export const memberRemove: Command = {
  name: 'member remove',
  words: '<e-mail>',
  summary: 'take somebody out of a workspace',
  takes: [1, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    const [email] = given.words
    await ripen.call('DELETE', `${membersOf(given)}/${encodeURIComponent(email!)}`)
    return { json: { removed: email }, human: `${email} can no longer see "${given.text('workspace')}".` }
  },
}

function membersOf(given: Given): string {
  const slug = given.text('workspace')
  if (!slug) throw new CallRefused({ detail: '--workspace <slug> is missing.' })
  return `/local/members/${encodeURIComponent(slug)}`
}
