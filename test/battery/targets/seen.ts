import type { ShownChannel } from '../../process/demo-running.ts'
import { quantile } from '../figures.ts'
import { atLeast, atMost, is, type Mark } from '../marks.ts'
import type { Figures } from '../row.ts'
import { type Came, toldAt } from './coming.ts'
import type { Outside, Outward } from './outside.ts'

interface Run {
  readonly outside: Outside
  readonly came: readonly Came[]
  /** As the workspace shows them in the end. */
  readonly channels: readonly (ShownChannel & { name: string })[]
  /** Seconds. */
  readonly busyFor: number
  /** After so many ms a try must have been repeated: with the jitter, and what a clock of seconds and the machine add. */
  readonly latest: number
}

/** The first wait of the schedule, ms. */
const soonest = 5_000

/** What came of a run, and what of it must be how. */
export function told(run: Run): { figures: Figures; marks: Record<string, Mark> } {
  const parts = [ofHealthy(run), ofChats(run), ofRetries(run), ofBusy(run), ofInward(run), ofUntrusted(run)]
  return {
    figures: Object.assign({}, ...parts.map(({ figures }) => figures)) as Figures,
    marks: Object.assign({}, ...parts.map(({ marks }) => marks)) as Record<string, Mark>,
  }
}

function ofHealthy({ outside, came }: Run) {
  const moments = outside
    .of('healthy')
    .flatMap((target) =>
      toldAt(came, outside.by(target)).map((at, index) => at && Math.max(0, at - came[index]!.acknowledgedAt)),
    )
  const waits = moments.filter((wait) => wait !== null)
  return {
    figures: {
      'not told': moments.length - waits.length,
      'told after p50 ms': quantile(waits, 0.5),
      'told after p95 ms': quantile(waits, 0.95),
      'told after at most ms': quantile(waits, 1),
    },
    marks: { 'not told': is(0), 'told after p95 ms': atMost(5_000) },
  }
}

/** From one message to a chat until the next, and how many alerts shared one. */
function ofChats({ outside, came }: Run) {
  const chats = outside.of('healthy', 'slack').map((target) => outside.by(target))
  const bodies = chats.flat().map(({ body }) => came.filter(({ guest }) => body.includes(guest.name)).length)
  return {
    figures: {
      'messages to chats': bodies.length,
      'of several': bodies.filter((count) => count > 1).length,
      'shortest rest of a chat ms': Math.min(...chats.flatMap(gapsOf)),
    },
    marks: { 'of several': atLeast(1), 'shortest rest of a chat ms': atLeast(1_000) },
  }
}

function ofRetries({ outside, latest }: Run) {
  const tries = outside
    .of('fails')
    .flatMap((target) => [...Map.groupBy(outside.by(target), ({ headers }) => headers['webhook-id']).values()])
  const waits = tries.flatMap(([first, second]) => (first && second ? [second.at - first.at] : []))
  return {
    figures: {
      'tried again': waits.length,
      'soonest ms': Math.min(...waits),
      'latest of 95 % ms': quantile(waits, 0.95),
      'third tries': tries.filter(({ length }) => length > 2).length,
    },
    marks: {
      'tried again': atLeast(1),
      'soonest ms': atLeast(soonest),
      'latest of 95 % ms': atMost(latest),
      'third tries': is(0),
    },
  }
}

function ofBusy({ outside, busyFor }: Run) {
  const asked = outside.of('busy').map((target) => outside.by(target))
  return {
    figures: {
      'asked while busy': asked.flatMap(gapsOf).filter((gap) => gap < busyFor * 1_000).length,
      'busy ones asked': asked.filter(({ length }) => length > 0).length,
    },
    marks: { 'asked while busy': is(0), 'busy ones asked': is(asked.length) },
  }
}

function ofInward({ outside, channels }: Run) {
  const inward = outside.of('inward')
  const chats = outside.of('healthy', 'slack')
  const hears = (target: Outward, { name }: Outward) =>
    outside.by(target).some(({ body }) => body.includes(name) && body.includes('307'))
  return {
    figures: {
      'reached inward': outside.inside(),
      'tries at what sends inward': inward.flatMap(outside.by).length,
      'switched off': channels.filter(({ state, offReason }) => state === 'off' && offReason === 'refused').length,
      'chats that did not hear of it': chats.filter((chat) => !inward.every((each) => hears(chat, each))).length,
    },
    marks: {
      'reached inward': is(0),
      'tries at what sends inward': is(3 * inward.length),
      'switched off': is(inward.length),
      'chats that did not hear of it': is(0),
    },
  }
}

function ofUntrusted({ outside, channels }: Run) {
  const untrusted = new Set(outside.of('no certificate').map(({ name }) => name))
  const failing = channels.filter(
    ({ name, state, last }) => untrusted.has(name) && state === 'failing' && last?.answer.includes('certificate'),
  )
  return {
    figures: { 'failing for want of a certificate': failing.length, 'told without one': outside.spoken() },
    marks: { 'failing for want of a certificate': is(untrusted.size), 'told without one': is(0) },
  }
}

function gapsOf(received: readonly { at: number }[]): number[] {
  return received.slice(1).map(({ at }, index) => at - received[index]!.at)
}
