import type { Command } from '../command.ts'

export const ownerLink: Command = {
  name: 'owner link',
  words: '[e-mail]',
  summary: 'a one-time link: to own this Ripen, or for a forgotten password',
  takes: [0, 1],
  options: [],
  async run(given, ripen) {
    type Answer = { link: string; purpose: 'owner' | 'password'; email: string | null }
    const answer = await ripen.call<Answer>('POST', '/local/owner/link', { email: given.words[0] })
    const words =
      answer.purpose === 'owner'
        ? 'Nobody owns this Ripen yet. Who opens this link becomes its owner:'
        : `Who opens this link chooses a new password for ${answer.email}:`
    return { json: answer, human: `${words}\n${answer.link}\nIt works once, within 24 hours; earlier links are void.` }
  },
}
