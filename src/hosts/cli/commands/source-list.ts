import { CallRefused, type Command, inWorkspace, type Ripen, workspaceOption } from '../command.ts'
import type { Given } from '../options.ts'
import { table } from '../table.ts'
import { server } from './source.ts'

interface Day extends Record<'came' | 'taken' | 'duplicate' | 'ignored' | 'rejected' | 'late' | 'timed', number> {
  day: string
  meanDelaySeconds: number | null
  longestDelaySeconds: number | null
}

interface Sent {
  lastDeliveryAt: string | null
  days: Day[]
  rejectedRecently: { at: string; times: number; reason: string; id: string | null }[]
}

interface Source extends Sent {
  id: string
  platform: string
  path: string
  hasSecret: boolean
  badSignatures: number
  validatedAt: string | null
  state: string
  fetched: Sent | null
  alarm: { text: string } | null
}

interface Other extends Sent {
  kind: string
  name: string
  by: string | null
}

interface Sources {
  items: Source[]
  others: Other[]
  alarms: { source: string; text: string }[]
}

const ask = (given: Given, ripen: Ripen) => ripen.call<Sources>('GET', inWorkspace(given, '/sources'))

export const sourceList: Command = {
  name: 'source list',
  words: '',
  summary: 'what sends something to a workspace: where to, when last, how much today, how late',
  takes: [0, 0],
  options: [workspaceOption],
  async run(given, ripen) {
    const answer = await ask(given, ripen)
    const { items, others, alarms } = answer
    if (items.length + others.length === 0)
      return { json: answer, human: 'There is no source yet: add one with "source add".' }
    const headings = ['id', 'what', server() ? 'address' : 'path', 'secret', 'badly signed', ...sentHeadings]
    const rows = [
      ...items.map((each) => [
        ...[each.id, each.platform, `${server() ?? ''}${each.path}`, each.hasSecret ? 'yes' : 'no'],
        ...[each.badSignatures, ...sentCells(each)],
      ]),
      ...others.map((each) => ['', nameOf(each), '', '', '', ...sentCells(each)]),
    ]
    const wrong = alarms.map(({ source, text }) => `\n${source}: ${text}`)
    return { json: answer, human: table(headings, rows) + wrong.join('') }
  },
}

export const sourceShow: Command = {
  name: 'source show',
  words: '<source id>',
  summary: 'what a source sent on each of the last 30 days, and what of it was rejected',
  takes: [1, 1],
  options: [workspaceOption],
  async run(given, ripen) {
    const [id] = given.words
    const source = (await ask(given, ripen)).items.find((each) => each.id === id)
    if (!source) throw new CallRefused({ detail: `There is no source "${id}": "source list" lists them.` })
    const { platform, state, alarm, validatedAt, lastDeliveryAt, fetched, rejectedRecently } = source
    const human = [
      `Source ${id}, ${platform}: ${state}. Validated ${validatedAt ?? 'never'}, last delivery ${lastDeliveryAt ?? 'never'}.`,
      ...(alarm ? [alarm.text] : []),
      daysTable('deliveries', source),
      ...(fetched ? [daysTable('from the API', fetched)] : []),
      ...(rejectedRecently.length > 0 ? [rejectedTable(rejectedRecently.map((each) => ({ from: id!, ...each })))] : []),
    ]
    return { json: { source }, human: human.join('\n\n') }
  },
}

export const sourceRejected: Command = {
  name: 'source rejected',
  words: '',
  summary: 'what was rejected lately of anything that came, and why',
  takes: [0, 0],
  options: [workspaceOption],
  async run(given, ripen) {
    const { items, others } = await ask(given, ripen)
    const rejected = [
      ...items.flatMap(({ id, rejectedRecently }) => rejectedRecently.map((each) => ({ from: id, ...each }))),
      ...others.flatMap((other) => other.rejectedRecently.map((each) => ({ from: nameOf(other), ...each }))),
    ].sort((a, b) => (a.at < b.at ? 1 : -1))
    const human = rejected.length === 0 ? 'Nothing was rejected lately.' : rejectedTable(rejected)
    return { json: { items: rejected }, human }
  },
}

const sentHeadings = ['last', 'today', 'rejected', 'late']

function sentCells({ lastDeliveryAt, days }: Sent): (string | number)[] {
  const today = days.at(-1)!
  return [lastDeliveryAt ?? 'never', today.came, today.rejected, shareOf(today)]
}

/** How many came more than a minute late. */
function shareOf({ late, timed }: { late: number; timed: number }): string {
  return timed === 0 ? '' : `${Math.round((100 * late) / timed)} %`
}

function nameOf({ kind, name, by }: Other): string {
  if (kind === 'files') return name === '' ? 'files refused' : `files: ${name}`
  return by === '' ? 'activities of others' : `activities: ${name || 'no source'} (${by})`
}

function daysTable(what: string, { days }: Sent): string {
  const headings = ['day', 'came', 'taken', 'known', 'ignored', 'rejected', 'late', 'mean delay s', 'longest s']
  const rows = days
    .filter(({ came }) => came > 0)
    .map((day) => [
      ...[day.day, day.came, day.taken, day.duplicate, day.ignored, day.rejected, shareOf(day)],
      ...[day.meanDelaySeconds ?? '', day.longestDelaySeconds ?? ''],
    ])
  return rows.length === 0 ? `No ${what} in 30 days.` : `${what}:\n${table(headings, rows)}`
}

function rejectedTable(rejected: { from: string; at: string; times: number; id: string | null; reason: string }[]) {
  const rows = rejected.map(({ from, at, times, id, reason }) => [from, at, times, id ?? '', reason])
  return table(['from', 'last', 'times', 'id', 'why'], rows)
}
