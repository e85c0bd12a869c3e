import { dueChannels, nextSendAt, sendNext } from '../../workspace/alerts/send-due.ts'
import { drainFor, nextDue } from '../../workspace/drain.ts'
import { dueSources, nextPullAt } from '../../workspace/pulls/due.ts'
import { pullPage } from '../../workspace/pulls/pull-page.ts'
import { isScheduleDue, nextScheduleAt, runDueSchedules } from '../../workspace/schedules/due.ts'
import type { Workspace } from '../../workspace/workspace.ts'

/** How long who is due waits for others, ms: many at once cost far less than one at a time. */
const shortest = 50
/** For so long one ring scores and fetches, ms, between requests; then it rings again. */
const atOnce = 10_000
const afterFault = 30_000
/** What is still going out when a ring ends is looked at again after so long, ms. */
const afterSends = 1_000
const never = new Promise<never>(() => {})

/**
 * The alarm of a workspace's object, which scores who is due, fetches from platforms and sends what is due, regular
 * exports too. It is set together with what makes somebody due, so it rings even where the object has died in between; and
 * for the moment at which a card changes by itself or something is to be fetched or sent.
 */
export class Clock {
  readonly #storage: DurableObjectStorage
  #at = Number.POSITIVE_INFINITY
  #ringing = false
  #wakeUp = () => {}

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
  }

  /** Somebody may be due. */
  wake(): void {
    if (this.#ringing) this.#wakeUp()
    else this.#setBefore(Date.now() + shortest)
  }

  async ring(ws: Workspace): Promise<void> {
    this.#ringing = true
    this.#at = Number.POSITIVE_INFINITY
    let next: number | null = Date.now() + afterFault
    try {
      next = await this.#work(ws)
    } catch (error) {
      ws.report('scoring or fetching failed', error)
    } finally {
      this.#ringing = false
      if (next !== null) this.#setBefore(Math.max(next, Date.now()))
    }
  }

  /** Scores, fetches page by page, and scores who becomes due meanwhile. When there is something to do next. */
  async #work(ws: Workspace): Promise<number | null> {
    const end = Date.now() + atOnce
    let fetching: Promise<unknown> | null | undefined = null
    const faults: unknown[] = []
    const sending = new Set<Promise<unknown>>()
    for (;;) {
      if (!(await scored(ws)) && !fetching) return Date.now()
      if (faults.length > 0) throw faults[0]
      if (!fetching && Date.now() < end)
        fetching = fetched(ws)
          ?.catch((error) => faults.push(error))
          .finally(() => (fetching = null))
      if (isScheduleDue(ws)) await runDueSchedules(ws)
      sendDue(ws, sending, faults)
      if (!fetching && sending.size === 0) return nextAt(ws)
      if (!fetching && Date.now() > end) return Date.now() + afterSends
      const woken = new Promise<void>((resolve) => (this.#wakeUp = resolve))
      await Promise.race([fetching ?? never, ...sending, woken])
    }
  }

  /** What is written counts only together with the alarm, which the platform stores with it: nobody need wait here. */
  #setBefore(at: number): void {
    if (at >= this.#at) return
    this.#at = at
    void this.#storage.setAlarm(at)
  }
}

/** Begins to send by every channel that has something due and is not being talked to; each for itself. */
function sendDue(ws: Workspace, sending: Set<Promise<unknown>>, faults: unknown[]): void {
  for (const channel of dueChannels(ws)) {
    const sent = sendNext(ws, channel)
      .catch((error) => faults.push(error))
      .finally(() => sending.delete(sent))
    sending.add(sent)
  }
}

/** Asks every source that has something to do for one page; null: none has. */
function fetched(ws: Workspace): Promise<unknown> | null {
  const due = dueSources(ws)
  return due.length > 0 ? Promise.all(due.map((source) => pullPage(ws, source))) : null
}

/** Scores a handful at a time; others get in between. False when it has to go on. */
async function scored(ws: Workspace): Promise<boolean> {
  const end = Date.now() + atOnce
  while (drainFor(ws, 0)) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return true
}

/** When there is something to do next; null: never. */
function nextAt(ws: Workspace): number | null {
  return [nextDue(ws), nextPullAt(ws), nextSendAt(ws), nextScheduleAt(ws)].reduce(earliest)
}

function earliest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other)
}
