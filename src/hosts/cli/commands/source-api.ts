import type { BackfillAnswer, SourceApiAnswer } from '../../../http/workspace/pull-shape.ts'
import { type Command, inWorkspace, type Ripen, workspaceOption } from '../command.ts'
import type { Given } from '../options.ts'

export const sourceConnect: Command = {
  name: 'source connect',
  words: '<source id>',
  summary: "let Ripen ask Zoom's API, by a Server-to-Server OAuth app; alone: try again what was given before",
  takes: [1, 1],
  options: [
    workspaceOption,
    { name: 'account', value: '<account id>', help: "the account ID on the app's page" },
    { name: 'client', value: '<client id>', help: 'its client ID' },
    { name: 'secret', value: '<client secret>', help: 'its client secret' },
    { name: 'host', value: '<e-mail>', many: true, help: 'whose webinars a backfill looks for (those of everybody)' },
  ],
  async run(given, ripen) {
    const [account, client, secret] = ['account', 'client', 'secret'].map((name) => given.text(name) ?? '')
    const isNew = [account, client, secret, ...given.list('host')].some((text) => text !== '')
    const hosts = given.list('host')
    const api = isNew
      ? await ripen.call<SourceApiAnswer>('PUT', apiOf(given), { account, client, secret, hosts })
      : await ripen.call<SourceApiAnswer>('POST', `${apiOf(given)}/probe`)
    return {
      json: { source: { id: given.words[0] }, api },
      human: connectionInWords(given.words[0]!, api),
      failed: api.problem !== null,
    }
  },
}

export const sourceDisconnect: Command = {
  name: 'source disconnect',
  words: '<source id>',
  summary: "forget the access to Zoom's API; what was fetched stays",
  takes: [1, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    const [id] = given.words
    await ripen.call('DELETE', apiOf(given))
    return { json: { source: { id } }, human: `Source ${id} asks Zoom no more. What was fetched stays.` }
  },
}

export const sourceBackfill: Command = {
  name: 'source backfill',
  words: '<source id>',
  summary: 'fetch the webinars of the last months; goes on where it stopped, also without you',
  takes: [1, 1],
  options: [
    workspaceOption,
    { name: 'months', value: '<1-6>', help: 'how far back (6: all that Zoom keeps)' },
    { name: 'stop', help: 'fetch no more of it; another one goes on where it stopped' },
  ],
  async run(given, ripen) {
    const path = inWorkspace(given, `/sources/${encodeURIComponent(given.words[0]!)}/backfill`)
    const months = Number(given.text('months') ?? 6)
    if (given.on('stop')) {
      const stopped = await ripen.call<BackfillAnswer>('DELETE', path)
      return { json: { backfill: stopped }, human: backfillInWords(stopped) }
    }
    const backfill = await untilThere(ripen, path, await ripen.call<BackfillAnswer>('POST', path, { months }))
    return { json: { backfill }, human: backfillInWords(backfill), failed: backfill.failed > 0 }
  },
}

function apiOf(given: Given): string {
  return inWorkspace(given, `/sources/${encodeURIComponent(given.words[0]!)}/api`)
}

const soonMs = 2 * 60_000

/** Waits until it is done, or until it rests for longer. */
async function untilThere(ripen: Ripen, path: string, begun: BackfillAnswer): Promise<BackfillAnswer> {
  let backfill = begun
  while (backfill.state === 'finding' || backfill.state === 'fetching') {
    if (backfill.goesOnAt !== null && Date.parse(backfill.goesOnAt) > Date.now() + soonMs) return backfill
    ripen.progress(progressInWords(backfill))
    await new Promise((resolve) => setTimeout(resolve, 500))
    backfill = await ripen.call<BackfillAnswer>('GET', path)
  }
  return backfill
}

function progressInWords({ state, found, fetched }: BackfillAnswer): string {
  if (state === 'finding') return `looking for webinars: ${found} found`
  return `fetching: ${fetched} of ${found} webinars`
}

function backfillInWords(backfill: BackfillAnswer): string {
  const { state, found, fetched, failed, facts, goesOnAt, from, lacks } = backfill
  const since = from.slice(0, 10)
  const isOver = state === 'done' || state === 'stopped'
  const done = isOver
    ? `${state === 'stopped' ? 'Stopped: ' : ''}${fetched} of ${found} webinars since ${since} are fetched, ${facts} new facts.`
    : `${progressInWords(backfill)}. It goes on by itself${goesOnAt ? ` at ${goesOnAt}` : ''}.`
  const notHad = failed > 0 ? [`${failed} could not be fetched whole: "source pulls" says why.`] : []
  return [done, ...notHad, ...lacks.map(({ text }) => `  note: ${text}`)].join('\n')
}

function connectionInWords(id: string, { account, problem, scopesMissing, hosts }: SourceApiAnswer): string {
  if (problem) return `Source ${id} cannot ask Zoom: ${problem.text}`
  return [
    `Source ${id} may ask the Zoom account ${account}. What is over from now on is fetched by itself; "source backfill" fetches what was before.`,
    ...(hosts.length > 0 ? [`Webinars are looked for of: ${hosts.join(', ')}.`] : []),
    ...scopesMissing.map(({ text }) => `  note: ${text}`),
  ].join('\n')
}
