import { CallRefused, type Command, inWorkspace, type Ripen, untilScored, workspaceOption } from '../command.ts'
import type { Given } from '../options.ts'
import { type Explained, explainInWords, type WebinarNamed } from './explained.ts'

export const personExplain: Command = {
  name: 'person explain',
  words: '<email>',
  summary: 'why a person has this score, line by line',
  takes: [1, 1],
  options: [
    workspaceOption,
    { name: 'as-of', value: '<time>', help: 'as it was at this time, for example 2026-05-12T14:00:00Z (now)' },
    { name: 'known-at', value: '<time>', help: 'by what was known at this time (all that is known)' },
    { name: 'model', value: '<version>', help: 'under this version of the scoring model (the one in force)' },
  ],
  async run(given, ripen) {
    const id = await personIdOf(given, ripen, given.words[0]!)
    const query = new URLSearchParams()
    for (const [option, name] of [
      ['as-of', 'asOf'],
      ['known-at', 'knownAt'],
      ['model', 'model'],
    ] as const) {
      const value = given.text(option)
      if (value) query.set(name, value)
    }
    const path = inWorkspace(given, `/people/${id}?${query}`)
    const explained = await ripen.call<Explained>('GET', path)
    const { items: webinars } = await ripen.call<{ items: WebinarNamed[] }>('GET', inWorkspace(given, '/webinars'))
    const model = await ripen.call<{ model?: { calendar?: { timezone?: string } } }>(
      'GET',
      inWorkspace(given, '/model'),
    )
    const human = explainInWords(explained, webinars, model.model?.calendar?.timezone ?? 'UTC')
    return { json: { person: explained.person, ...explained.scorecard }, human }
  },
}

/** The id of whoever has an address. Somebody who has only just appeared is found as soon as the first score is there. */
export async function personIdOf(given: Given, ripen: Ripen, email: string): Promise<string> {
  const path = inWorkspace(given, `/people?email=${encodeURIComponent(email)}`)
  const find = () => ripen.call<{ items: { id: string }[] }>('GET', path)
  let { items } = await find()
  if (!items[0]) {
    await untilScored(given, ripen)
    items = (await find()).items
  }
  if (!items[0]) throw new CallRefused({ detail: `Nobody in this workspace has the address ${email}.` })
  return items[0].id
}
