import { type Command, inWorkspace, workspaceOption } from '../command.ts'
import { table } from '../table.ts'

export const quarantineList: Command = {
  name: 'quarantine list',
  words: '',
  summary: 'signed deliveries that could not be read, with the reason',
  takes: [0, 0],
  options: [workspaceOption],
  async run(given, ripen) {
    type Answer = { items: { id: string; receivedAt: string; reason: string }[] }
    const answer = await ripen.call<Answer>('GET', inWorkspace(given, '/quarantine'))
    const rows = answer.items.map(({ id, receivedAt, reason }) => [id, receivedAt, reason])
    const human = rows.length === 0 ? 'The quarantine is empty.' : table(['id', 'received', 'reason'], rows)
    return { json: answer, human }
  },
}

export const quarantineReplay: Command = {
  name: 'quarantine replay',
  words: '<id>',
  summary: 'read a delivery of the quarantine again',
  takes: [1, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    const [id] = given.words
    const path = inWorkspace(given, `/quarantine/${encodeURIComponent(id!)}/replay`)
    const answer = await ripen.call<{ outcome: string; reason?: string }>('POST', path)
    const human = `Delivery ${id}: ${answer.outcome}${answer.reason ? ` (${answer.reason})` : ''}.`
    return { json: answer, human, failed: answer.outcome === 'quarantined' }
  },
}
