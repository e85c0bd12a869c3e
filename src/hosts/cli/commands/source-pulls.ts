import type { Pull, WebinarPullsAnswer } from '../../../http/workspace/pull-shape.ts'
import { CallRefused, type Command, inWorkspace, type Ripen, workspaceOption } from '../command.ts'
import type { Given } from '../options.ts'
import { table } from '../table.ts'

export const sourceFetch: Command = {
  name: 'source fetch',
  words: '[<webinar id>]',
  summary: 'fetch all that Zoom knows of a webinar now (of the latest that is over)',
  takes: [0, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    const id = given.words[0] ?? (await latest(given, ripen))
    const path = inWorkspace(given, `/webinars/${encodeURIComponent(id)}`)
    const begun = await ripen.call<WebinarPullsAnswer>('POST', `${path}/fetch`)
    const watched = new Set(begun.items.filter(isFetchedNow).map((pull) => pull.id))
    const pulls = await untilFetched(ripen, path, begun, watched)
    const asked = pulls.items.filter((pull) => watched.has(pull.id))
    const isOpen = asked.some(({ endedAt }) => endedAt === null)
    return {
      json: { webinar: id, pulls },
      human: isOpen ? waitsInWords(asked) : fetchedInWords(asked, pulls),
      failed: asked.some(({ state }) => state === 'failed'),
    }
  },
}

export const sourcePulls: Command = {
  name: 'source pulls',
  words: '',
  summary: 'what is, was and is to be fetched from Zoom, with what could not be had',
  takes: [0, 0],
  options: [workspaceOption],
  async run(given, ripen) {
    const answer = await ripen.call<{ items: Pull[] }>('GET', inWorkspace(given, '/pulls'))
    const rows = answer.items.map((pull) => [
      ...[pull.id, pull.topic ?? pull.platformId ?? 'which webinars there were', pull.reason.replaceAll('_', ' ')],
      ...[pull.state, pull.endedAt ?? pull.dueAt, pull.requests, pull.facts, pull.lacks.length],
    ])
    const headings = ['id', 'webinar', 'why', 'state', 'when', 'requests', 'new facts', 'not to be had']
    const human = [table(headings, rows), ...lacksInWords(answer.items)].join('\n')
    return { json: answer, human: rows.length === 0 ? 'Nothing is to be fetched, and nothing was.' : human }
  },
}

/** Why something could not be had, each reason once, with what it was lacking in. */
function lacksInWords(items: readonly Pull[]): string[] {
  const reasons = new Map<string, Set<string>>()
  for (const { id, lacks } of items)
    for (const { text } of lacks) reasons.set(text, (reasons.get(text) ?? new Set()).add(id))
  return [...reasons].map(([text, ids]) => `  note: ${text} (${[...ids].join(', ')})`)
}

async function latest(given: Given, ripen: Ripen): Promise<string> {
  type Webinar = { id: string; platform: string; state: string }
  const { items } = await ripen.call<{ items: Webinar[] }>('GET', inWorkspace(given, '/webinars'))
  const found = items.find(({ platform, state }) => platform === 'zoom' && state === 'ended')
  if (!found) throw new CallRefused({ detail: 'There is no webinar on Zoom that is over.' })
  return found.id
}

const soonMs = 2 * 60_000

/** Waits until all of it is there, or what is to be fetched waits for longer. */
async function untilFetched(
  ripen: Ripen,
  path: string,
  begun: WebinarPullsAnswer,
  watched: ReadonlySet<string>,
): Promise<WebinarPullsAnswer> {
  let pulls = begun
  for (;;) {
    const open = pulls.items.filter(({ id, endedAt }) => watched.has(id) && endedAt === null)
    if (!open.some(({ state, dueAt }) => state === 'running' || Date.parse(dueAt) < Date.now() + soonMs)) return pulls
    ripen.progress(progressInWords(open))
    await new Promise((resolve) => setTimeout(resolve, 500))
    pulls = await ripen.call<WebinarPullsAnswer>('GET', `${path}/pulls`)
  }
}

/** Asked for, or under way for another reason, which then goes on. */
function isFetchedNow({ reason, state, extent, endedAt }: Pull): boolean {
  return endedAt === null && (reason === 'asked' || (state === 'running' && extent === 'all'))
}

function progressInWords(open: readonly Pull[]): string {
  const { step, rows } = open.find(({ state }) => state === 'running') ?? open[0]!
  if (!step) return 'fetching: waiting for its turn'
  return `fetching: ${step.text} (${step.number} of ${step.of})${rows > 0 ? `, ${rows} rows of the attendance` : ''}`
}

function waitsInWords(asked: readonly Pull[]): string {
  const open = asked.filter(({ endedAt }) => endedAt === null)
  return `It is not all there yet, and goes on by itself at ${open.map(({ dueAt }) => dueAt).sort()[0]}.`
}

function fetchedInWords(asked: readonly Pull[], { lacks, nextAt }: WebinarPullsAnswer): string {
  const sum = (of: (pull: Pull) => number) => asked.reduce((total, pull) => total + of(pull), 0)
  return [
    `Fetched: ${sum(({ facts }) => facts)} new facts by ${sum(({ requests }) => requests)} requests.`,
    ...(nextAt ? [`Fetched again by itself at ${nextAt}.`] : []),
    ...lacks.map(({ text }) => `  note: ${text}`),
  ].join('\n')
}
