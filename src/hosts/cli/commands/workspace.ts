import type { Command } from '../command.ts'
import { table } from '../table.ts'

const commaSeparated = (text: string | undefined) => text?.split(',').map((part) => part.trim())

export const workspaceCreate: Command = {
  name: 'workspace create',
  words: '<slug>',
  summary: 'make a workspace; prints its API key once',
  takes: [1, 1],
  begins: true,
  options: [
    { name: 'name', value: '<name>', help: 'what people call it (the slug when left out)' },
    { name: 'timezone', value: '<zone>', help: 'for example Asia/Jerusalem (UTC when left out)' },
    { name: 'weekend', value: '<days>', help: 'for example fri-sat (sat-sun when left out)' },
    { name: 'holidays', value: '<country>', help: 'public holidays that are no business days, for example IL (none)' },
    { name: 'observes', value: '<list>', help: 'what Ripen is told of: mail,phone,whatsapp,site (none)' },
    {
      name: 'template',
      value: '<name>',
      help: 'the scoring model to begin with: webinar, b2b-it, online-behaviour, or webinar+b2b-it:company (webinar)',
    },
    { name: 'staff-domain', value: '<domain>', many: true, help: 'e-mail domain of your own people; may be repeated' },
  ],
  async run(given, ripen) {
    const staffDomains = given.list('staff-domain')
    const made = await ripen.call<{ workspace: { id: string; slug: string }; apiKey: string }>(
      'POST',
      '/local/workspaces',
      {
        slug: given.words[0],
        name: given.text('name'),
        timezone: given.text('timezone'),
        weekend: given.text('weekend'),
        holidays: commaSeparated(given.text('holidays')),
        observes: commaSeparated(given.text('observes')),
        template: given.text('template'),
        staffDomains: staffDomains.length > 0 ? staffDomains : undefined,
      },
    )
    const human = [
      `The workspace "${made.workspace.slug}" is ready.`,
      `API key, shown only now: ${made.apiKey}`,
      'Next, with the secret token of your Zoom app:',
      `  npm run -s ripen -- source add zoom --workspace ${made.workspace.slug} --secret <secret token>`,
    ]
    return { json: made, human: human.join('\n') }
  },
}

export const workspaceList: Command = {
  name: 'workspace list',
  words: '',
  summary: 'all workspaces',
  takes: [0, 0],
  options: [],
  async run(_given, ripen) {
    type Answer = { items: { id: string; slug: string; name: string; createdAt: string }[] }
    const answer = await ripen.call<Answer>('GET', '/local/workspaces')
    const rows = answer.items.map(({ id, slug, name, createdAt }) => [slug, name, id, createdAt.slice(0, 10)])
    const human = rows.length === 0 ? 'There is no workspace yet.' : table(['slug', 'name', 'id', 'since'], rows)
    return { json: answer, human }
  },
}
