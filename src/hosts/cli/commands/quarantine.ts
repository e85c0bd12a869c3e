import { CallRefused, type Command, inWorkspace, type Ripen, workspaceOption } from '../command.ts'
import type { Given } from '../options.ts'
import { table } from '../table.ts'

export const quarantineList: Command = {
  name: 'quarantine list',
  words: '',
  summary: 'signed deliveries that could not be read, with the reason',
  takes: [0, 0],
  options: [workspaceOption],
  async run(given, ripen) {
    type Answer = { items: { id: string; source: string; receivedAt: string; bytes: number; reason: string }[] }
    const answer = await ripen.call<Answer>('GET', inWorkspace(given, '/quarantine'))
    const rows = answer.items.map(({ id, source, receivedAt, bytes, reason }) => [
      id,
      source,
      receivedAt,
      bytes,
      reason,
    ])
    const headings = ['id', 'source', 'received', 'bytes', 'reason']
    return { json: answer, human: rows.length === 0 ? 'The quarantine is empty.' : table(headings, rows) }
  },
}

const pathOf = (given: Given, rest = '') =>
  inWorkspace(given, `/quarantine/${encodeURIComponent(given.words[0]!)}${rest}`)

export const quarantineShow: Command = {
  name: 'quarantine show',
  words: '<id>',
  summary: 'a delivery of the quarantine with its body',
  takes: [1, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    type Answer = { id: string; source: string; receivedAt: string; reason: string; body: string; isCut: boolean }
    const answer = await ripen.call<Answer>('GET', pathOf(given))
    const { id, source, receivedAt, reason, body, isCut } = answer
    const head = `Delivery ${id} of ${source}, ${receivedAt}: ${reason}`
    return { json: answer, human: `${head}\n\n${body}${isCut ? '\n… (there is more)' : ''}` }
  },
}

interface Replayed {
  id: string
  outcome: string
  reason?: string
}

export const quarantineReplay: Command = {
  name: 'quarantine replay',
  words: '[<id>]',
  summary: 'read a delivery of the quarantine again, or all of them',
  takes: [0, 1],
  options: [workspaceOption, { name: 'all', help: 'all of them' }],
  async run(given, ripen) {
    if (given.on('all') === given.words.length > 0)
      throw new CallRefused({ detail: 'Say which delivery, or --all: "quarantine list" lists them.' })
    if (given.on('all')) return replayAll(given, ripen)
    const [id] = given.words
    const answer = await ripen.call<Omit<Replayed, 'id'>>('POST', pathOf(given, '/replay'))
    return { json: answer, human: inWords({ id: id!, ...answer }), failed: answer.outcome === 'quarantined' }
  },
}

async function replayAll(given: Given, ripen: Ripen) {
  type Answer = { items: Replayed[]; left: number; next: string | null }
  const items: Replayed[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const answer: Answer = await ripen.call('POST', inWorkspace(given, '/quarantine/replay'), after ? { after } : {})
    items.push(...answer.items)
    ripen.progress(`${items.length} read again, ${answer.left} to go`)
    after = answer.next
  }
  const human = items.length === 0 ? 'The quarantine is empty.' : items.map(inWords).join('\n')
  return { json: { items }, human, failed: items.some(({ outcome }) => outcome === 'quarantined') }
}

function inWords({ id, outcome, reason }: Replayed): string {
  return `Delivery ${id}: ${outcome}${reason ? ` (${reason})` : ''}.`
}

export const quarantineDiscard: Command = {
  name: 'quarantine discard',
  words: '<id>',
  summary: 'throw a delivery of the quarantine away unread, for good',
  takes: [1, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    const [id] = given.words
    await ripen.call('DELETE', pathOf(given))
    return { json: { discarded: { id } }, human: `Delivery ${id} is thrown away.` }
  },
}
