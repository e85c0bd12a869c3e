import { CallRefused, type Command, inWorkspace, type Ripen, untilScored, workspaceOption } from '../command.ts'
import { readModel } from '../model-job.ts'
import type { Given, Option } from '../options.ts'

interface Draft {
  revision: number
  signed: Record<'marketing' | 'sales', { by: string } | null>
}

const noteOption: Option = { name: 'note', value: '<words>', help: 'why' }
const revisionOption: Option = {
  name: 'revision',
  value: '<number>',
  help: 'refuse where the draft is another by now (whatever is there)',
}

export const modelDraft: Command = {
  name: 'model draft',
  words: '<file>',
  summary: 'store a model as the draft of the next version',
  takes: [1, 1],
  options: [workspaceOption, noteOption, revisionOption],
  async run(given, ripen) {
    const body = { model: readModel(given.words[0]!), note: given.text('note'), revision: revisionIn(given) }
    const answer = await ripen.call<{ draft: Draft }>('PUT', inWorkspace(given, '/model/draft'), body)
    return { json: answer, human: `The draft is stored as revision ${answer.draft.revision}. ${next(answer.draft)}` }
  },
}

export const modelSign: Command = {
  name: 'model sign',
  words: '',
  summary: 'sign the draft for marketing or for sales',
  takes: [0, 0],
  options: [
    workspaceOption,
    { name: 'side', value: '<side>', help: 'marketing or sales (required)' },
    { name: 'name', value: '<name>', help: 'who signs (required)' },
    revisionOption,
  ],
  async run(given, ripen) {
    const [side, name] = [given.text('side'), given.text('name')]
    if (!side || !name) throw new CallRefused({ detail: `--${side ? 'name <name>' : 'side <side>'} is missing.` })
    const revision = revisionIn(given) ?? (await draftThere(given, ripen)).revision
    const path = inWorkspace(given, '/model/draft/sign')
    const answer = await ripen.call<{ draft: Draft }>('POST', path, { side, name, revision })
    return { json: answer, human: `${name} has signed revision ${revision} for ${side}. ${next(answer.draft)}` }
  },
}

export const modelPublish: Command = {
  name: 'model publish',
  words: '[<file>]',
  summary: 'publish the draft that both sides signed, or the model in a file, and score everybody by it',
  takes: [0, 1],
  options: [
    workspaceOption,
    noteOption,
    revisionOption,
    { name: 'alerts', help: 'alert of those who cross a threshold or surge by it alone (nobody is alerted)' },
  ],
  async run(given, ripen) {
    const [file] = given.words
    const note = given.text('note')
    const alerts = given.on('alerts')
    const body =
      file === undefined
        ? { draft: revisionIn(given) ?? (await draftThere(given, ripen)).revision, note, alerts }
        : { model: readModel(file), note, alerts }
    return published(await ripen.call('POST', inWorkspace(given, '/model/publish'), body), given, ripen)
  },
}

export const modelRollback: Command = {
  name: 'model rollback',
  words: '<version>',
  summary: 'publish the content of an old version again, and score everybody by it',
  takes: [1, 1],
  options: [workspaceOption, noteOption],
  async run(given, ripen) {
    const body = { version: numberOf(given.words[0]!, 'version'), note: given.text('note') }
    return published(await ripen.call('POST', inWorkspace(given, '/model/rollback'), body), given, ripen)
  },
}

async function published(answer: { version: number }, given: Given, ripen: Ripen) {
  await untilScored(given, ripen)
  const { version } = await ripen.call<{ version: number }>('GET', inWorkspace(given, '/model'))
  const human =
    version === answer.version
      ? `Version ${version} is in force.`
      : `Version ${answer.version} is published. It comes into force when everybody is scored under it.`
  return { json: answer, human }
}

async function draftThere(given: Given, ripen: Ripen): Promise<Draft> {
  const { draft } = await ripen.call<{ draft: Draft | null }>('GET', inWorkspace(given, '/model/draft'))
  if (!draft) throw new CallRefused({ detail: 'There is no draft of the model: store one with "model draft <file>".' })
  return draft
}

function revisionIn(given: Given): number | undefined {
  const text = given.text('revision')
  return text === undefined ? undefined : numberOf(text, '--revision')
}

function numberOf(text: string, what: string): number {
  if (!/^\d+$/.test(text)) throw new CallRefused({ detail: `${what}: expected a number, got "${text}".` })
  return Number(text)
}

function next({ signed }: Draft): string {
  const missing = (['marketing', 'sales'] as const).filter((side) => !signed[side])
  return missing.length === 0 ? 'Both sides have signed: publish it.' : `Still to sign: ${missing.join(' and ')}.`
}
