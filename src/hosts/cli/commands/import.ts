import { basename } from 'node:path'
import { CallRefused, type Command, inWorkspace, type Ripen, untilScored, workspaceOption } from '../command.ts'
import type { Given } from '../options.ts'
import { readGiven } from '../read-given.ts'
import { inUtc } from '../table.ts'

interface Imported {
  file: string
  kind: string
  webinar: { topic?: string | null; startsAt?: string | null; id?: string } | null
  rows: number
  facts: number
  people: number
  skipped: { row: number; reason: string }[]
  warnings: string[]
}

/** Which option stands for which field of the call. */
const optionOf: Record<string, string> = {
  kind: 'kind',
  timezone: 'timezone',
  webinarKind: 'webinar-kind',
  webinar: 'webinar',
  columns: 'column',
  openQuestion: 'open-question',
}

export const importFiles: Command = {
  name: 'import',
  words: '<file>…',
  summary:
    'bring in report files of Zoom, tables of questions, tables of deals won and lost; the kind is found by itself',
  takes: [1, Number.POSITIVE_INFINITY],
  options: [
    workspaceOption,
    {
      name: 'kind',
      value: '<kind>',
      help: 'zoom-attendees, -registrations, -polls, -survey, -qa or outcomes, where it is not found by itself',
    },
    { name: 'timezone', value: '<zone>', help: "zone of the times in the file (the workspace's, if one was chosen)" },
    { name: 'webinar-kind', value: '<kind>', help: 'what the webinar was, for example demo' },
    { name: 'webinar', value: '<id>', help: "the webinar's id, Ripen's or Zoom's, where the file does not print it" },
    {
      name: 'column',
      value: '<what=column>',
      many: true,
      help: 'of questions: which column is question, email, name, time or answer; email= for none',
    },
    {
      name: 'open-question',
      value: '<question>',
      many: true,
      help: 'of polls and surveys: a question answered in own words',
    },
    { name: 'alerts', help: 'let the alert rules tell of what is new in it, however long ago it was (they do not)' },
  ],
  async run(given, ripen) {
    const files: Imported[] = []
    const refused: string[] = []
    for (const [i, path] of given.words.entries()) {
      ripen.progress(`reading ${path} (${i + 1} of ${given.words.length})`)
      try {
        files.push(await importOne(path, given, ripen))
      } catch (error) {
        if (!(error instanceof CallRefused)) throw error
        refused.push(refusal(path, error))
      }
    }
    if (files.length > 0) await untilScored(given, ripen)
    if (refused.length > 0 && files.length === 0) throw new CallRefused({ detail: refused.join('\n') })
    for (const words of refused) ripen.say(words)
    return { json: { files }, human: files.map(inWords).join('\n\n'), failed: refused.length > 0 }
  },
}

async function importOne(path: string, given: Given, ripen: Ripen): Promise<Imported> {
  const form = new FormData()
  form.set('file', new Blob([readGiven(path)]), basename(path))
  for (const field of ['kind', 'timezone', 'webinarKind', 'webinar']) {
    const value = given.text(optionOf[field]!)
    if (value) form.set(field, value)
  }
  const columns = given.list('column').map(columnOf)
  if (columns.length > 0) form.set('columns', JSON.stringify(Object.fromEntries(columns)))
  for (const question of given.list('open-question')) form.append('openQuestion', question)
  if (given.on('alerts')) form.set('alerts', 'true')
  const { files } = await ripen.call<{ files: Imported[] }>('POST', inWorkspace(given, '/imports'), form)
  return { ...files[0]!, file: path }
}

/** `question=Question Details`; `email=` says that there is none. */
function columnOf(text: string): [role: string, column: string] {
  const at = text.indexOf('=')
  if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  throw new CallRefused({
    detail: `--column ${text}: expected what it holds and its name, as in question="Question Details".`,
  })
}

function refusal(path: string, { problem, message }: CallRefused): string {
  const place = [problem.line, problem.column].filter((part) => part !== undefined).join(':')
  const option = optionOf[String(problem.field)]
  return `${path}${place ? `:${place}` : ''}: ${message}${option ? ` Say it with --${option}.` : ''}`
}

function inWords({ file, kind, webinar, rows, facts, people, skipped, warnings }: Imported): string {
  return [
    `${file}: ${kind}${webinar?.topic ? ` of "${webinar.topic}"` : ''}`,
    ...(webinar ? [`  webinar ${webinar.id}${webinar.startsAt ? `, ${inUtc(webinar.startsAt)}` : ''}`] : []),
    `  rows: ${rows}, people: ${people}, new facts: ${facts}`,
    ...skipped.map(({ row, reason }) => `  row ${row} left out: ${reason}`),
    ...warnings.map((warning) => `  note: ${warning}`),
  ].join('\n')
}
