import { readModel } from '../../../domain/model.ts'
import { modelText } from '../../../domain/model-text.ts'
import { CallRefused, type Command, inWorkspace, workspaceOption } from '../command.ts'
import { table } from '../table.ts'

export const modelShow: Command = {
  name: 'model show',
  words: '',
  summary: 'the scoring model as a readable file',
  takes: [0, 0],
  options: [
    workspaceOption,
    { name: 'model', value: '<version>', help: 'this version (the one in force)' },
    { name: 'draft', help: 'the draft of the next version' },
  ],
  async run(given, ripen) {
    const version = given.text('model')
    if (given.on('draft')) {
      const answer = await ripen.call<{ draft: { model: unknown } | null }>('GET', inWorkspace(given, '/model/draft'))
      if (!answer.draft) throw new CallRefused({ detail: 'There is no draft of the model.' })
      return { json: answer, human: fileOf(answer.draft.model) }
    }
    const path = version === undefined ? '/model' : `/model/versions/${encodeURIComponent(version)}`
    const answer = await ripen.call<{ model: unknown }>('GET', inWorkspace(given, path))
    return { json: answer, human: fileOf(answer.model) }
  },
}

interface Version {
  version: number
  state: string
  publishedAt: string
  publishedBy: string | null
  rollbackOf: number | null
  note: string | null
  signed: Record<'marketing' | 'sales', { by: string; at: string } | null>
}

export const modelVersions: Command = {
  name: 'model versions',
  words: '',
  summary: 'all published versions: who published and signed them, and why',
  takes: [0, 0],
  options: [workspaceOption],
  async run(given, ripen) {
    const answer = await ripen.call<{ items: Version[] }>('GET', inWorkspace(given, '/model/versions'))
    const rows = answer.items.map(({ version, state, publishedAt, publishedBy, rollbackOf, note, signed }) => [
      version,
      state,
      publishedAt.slice(0, 16).replace('T', ' '),
      publishedBy ?? '',
      signed.marketing?.by ?? '',
      signed.sales?.by ?? '',
      [rollbackOf === null ? null : `back to ${rollbackOf}`, note].filter(Boolean).join(': '),
    ])
    const headings = ['version', 'state', 'published (UTC)', 'by', 'marketing', 'sales', 'note']
    return { json: answer, human: table(headings, rows) }
  },
}

export const modelDiff: Command = {
  name: 'model diff',
  words: '[<from> [<to>]]',
  summary: 'what changed from one version to another, or to the draft',
  takes: [0, 2],
  options: [workspaceOption],
  async run(given, ripen) {
    const [from, to] = given.words
    const query = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}) })
    const answer = await ripen.call<{ text: string }>('GET', inWorkspace(given, `/model/diff?${query}`))
    return { json: answer, human: answer.text.trimEnd() || 'There is no difference.' }
  },
}

export const modelTemplates: Command = {
  name: 'model templates',
  words: '[<name>]',
  summary: 'ready-made models and strategies; with a name, that model as a file for this workspace',
  takes: [0, 1],
  options: [workspaceOption, { name: 'preset', value: '<strategy>', help: 'as this strategy has it' }],
  async run(given, ripen) {
    const [name] = given.words
    if (name !== undefined) {
      const preset = given.text('preset')
      const query = preset === undefined ? '' : `?${new URLSearchParams({ preset })}`
      const path = inWorkspace(given, `/model/templates/${encodeURIComponent(name)}${query}`)
      const answer = await ripen.call<{ model: unknown }>('GET', path)
      return { json: answer, human: fileOf(answer.model) }
    }
    interface Listed {
      templates: { name: string; rules: number; sections: string[]; goals: string[] }[]
      presets: { id: string; points: Record<string, number>; adds: { id: string; points: number }[] }[]
    }
    const answer = await ripen.call<Listed>('GET', inWorkspace(given, '/model/templates'))
    const rows = answer.templates.map(({ name, rules, sections, goals }) => [
      ...[name, rules, sections.join(', ')],
      goals.join('; '),
    ])
    const strategies = answer.presets.map(({ id, points, adds }) => {
      const changes = [...Object.entries(points), ...adds.map((rule) => [rule.id, rule.points] as const)]
      return [id, changes.map(([rule, value]) => `${rule} ${value}`).join(', ')]
    })
    const human = [
      table(['template', 'rules', 'sections', 'goals'], rows),
      table(['strategy', 'points'], strategies),
      'They combine: webinar+b2b-it:company is the first with a section of the second.',
    ]
    return { json: answer, human: human.join('\n\n') }
  },
}

function fileOf(model: unknown): string {
  return modelText(readModel(model)).trimEnd()
}
