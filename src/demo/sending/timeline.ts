import { SECOND } from '../calendar.ts'
import type { Sample } from '../sample.ts'
import { takeAll } from './fill.ts'
import type { Ripen } from './ripen.ts'

/** Something that will happen while the demo runs. */
export interface Step {
  at: number
  act: (ripen: Ripen) => Promise<void>
  /** What to say when it has happened. */
  words?: string
}

/** What is still to come, in order: webhooks of the running webinar, visits and mails, and its questions at the end. */
export function timelineOf({ webinars, toCome, afterwards, later }: Sample): Step[] {
  const { closesAt, topic } = webinars.find(({ ago }) => ago === 'now')!
  const end: Step = {
    at: closesAt + 25 * SECOND,
    act: (ripen) => takeAll(ripen, afterwards),
    words: `The webinar "${topic}" is over. Its questions and polls have come in.`,
  }
  const webhooks = toCome.map((delivery) => ({ at: delivery.at, act: (ripen: Ripen) => ripen.deliver([delivery]) }))
  const activities = later.map((event) => ({
    at: Date.parse(event.time),
    act: (ripen: Ripen) => takeAll(ripen, [event]),
  }))
  return [...webhooks, ...activities, end].sort((a, b) => a.at - b.at)
}

/** Does each step in its time; what is overdue at once. `until` waits for a moment. */
export async function play(
  steps: readonly Step[],
  ripen: Ripen,
  until: (at: number) => Promise<void>,
  say: (words: string) => void,
): Promise<void> {
  for (const { at, act, words } of steps) {
    await until(at)
    await act(ripen)
    if (words) say(words)
  }
}
