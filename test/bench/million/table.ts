import { inWords, type Machine } from '../machine.ts'
import { short } from '../row.ts'
import { columns, warning } from '../table.ts'
import type { Million } from './million.ts'
import type { Check } from './stored.ts'
import { outcomes, type Tries } from './tally.ts'

const words = {
  stored: 'stored',
  refused: 'refused (503)',
  unanswered: 'not answered in 3 s',
  broken: 'connection broken',
  held: 'no connection free in 3 s',
}
const attempts = ['first try', 'first retry', 'second retry', 'third retry']

/** Whether all of it was stored, exactly once. */
export function isComplete({ lost, checks }: Million): boolean {
  return lost === 0 && checks.every(isRight)
}

/** What was seen, for people to read. */
export function millionTable(seen: Million, machine: Machine, scale: number): string {
  return [inWords(machine), ...warning(scale), '', ...columns(linesOf(seen)), '', ...verdict(seen), ''].join('\n')
}

function linesOf(seen: Million): [string, string][] {
  const { people, webhooks, bytesPerWebhook, seconds, parts, front, health, memory, cpuSeconds } = seen
  const exit = parts.at(-1)!
  const { server, sender, watcher, everything } = cpuSeconds
  return [
    [
      'sent',
      `${people.toLocaleString('en')} people, ${webhooks.toLocaleString('en')} webhooks of ${bytesPerWebhook.toFixed(0)} bytes`,
    ],
    ['until everything was stored', `${inTime(seconds)}, ${perSecond(webhooks, seconds)}`],
    ...parts
      .slice(0, -1)
      .map(({ name, deliveries, offeredIn }): [string, string] => [
        `${name}, as fast as answered`,
        `${deliveries.toLocaleString('en')} in ${inTime(offeredIn)}, ${perSecond(deliveries, offeredIn)}`,
      ]),
    [
      'exit',
      `${exit.deliveries.toLocaleString('en')} offered in ${short(exit.offeredIn)} s, ${perSecond(exit.deliveries, exit.offeredIn)}`,
    ],
    [
      '  stored meanwhile',
      `${exit.storedMeanwhile.toLocaleString('en')}, ${perSecond(exit.storedMeanwhile, exit.offeredIn)}`,
    ],
    ['  all of it stored after', `${inTime(exit.storedIn)}, Zoom’s waits before retries ÷ ${seen.compression}`],
    ...parts.flatMap(({ name, tries }) => tries.flatMap((each, at) => triesOf(`${name}, ${attempts[at]}`, each))),
    ['p99 of the answers', parts.map(({ name, p99 }) => `${name} ${p99} ms`).join(', ')],
    [
      'longest wait at the network’s thread',
      `${short(front.longest)} ms, p99 ${short(front.p99)} ms, asked every 50 ms`,
    ],
    ['longest wait for /healthz', `${short(health.longest)} ms, p99 ${short(health.p99)} ms`],
    ['longest stall of the sender itself', `${short(seen.senderStall)} ms`],
    ['everything scored', `${short(seen.backlogSeconds)} s after the last was stored`],
    ...seen.ranking.map(({ order, median, p99 }): [string, string] => [
      `first page of the ranking by ${order === 'webinar' ? 'points' : order}`,
      `${median} ms over HTTP, p99 ${p99} ms`,
    ]),
    ['most memory of the server', memory === null ? 'cannot be told here' : `${short(memory)} MB`],
    ['files', `database ${short(seen.database)} MB, its log at most ${short(seen.largestWal)} MB`],
    [
      'CPU seconds',
      server === null
        ? `sender ${short(sender)}, watcher ${short(watcher)}`
        : `server ${short(server)}, sender ${short(sender)}, watcher ${short(watcher)}, other programs ${short(everything - server - sender - watcher)}`,
    ],
  ]
}

function triesOf(what: string, tries: Tries): [string, string][] {
  const came = outcomes.filter((outcome) => tries[outcome] > 0)
  if (came.length === 0) return []
  return [[`  ${what}`, came.map((outcome) => `${words[outcome]} ${tries[outcome].toLocaleString('en')}`).join(', ')]]
}

function verdict(seen: Million): string[] {
  if (isComplete(seen))
    return [`Everything is stored, exactly once: ${seen.checks.map(({ what }) => what).join(', ')}.`]
  const wrong = seen.checks.filter((check) => !isRight(check))
  return [
    ...(seen.lost > 0
      ? [`FAILED: ${seen.lost.toLocaleString('en')} deliveries were not stored by any of their tries.`]
      : []),
    ...wrong.map(
      ({ what, sent, stored }) =>
        `FAILED: ${what}: ${stored.toLocaleString('en')} instead of ${sent.toLocaleString('en')}.`,
    ),
  ]
}

function isRight({ sent, stored }: Check): boolean {
  return sent === stored
}

function perSecond(count: number, seconds: number): string {
  return `${Math.round(count / seconds).toLocaleString('en')}/s`
}

function inTime(seconds: number): string {
  return seconds < 120 ? `${short(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
