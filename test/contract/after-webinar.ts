import { deliverAll } from '../process/running.ts'
import { zoomRun } from '../zoom-run.ts'
import { activity } from './activity.ts'
import { type Company, makeCompany, secret } from './company.ts'
import type { RunningHost } from './host.ts'

/** A company after one webinar of Zoom with 40 registrants, and the id of that webinar. For reading only. */
export interface AfterWebinar {
  kiwi: Company
  id: string
}

const made = new WeakMap<RunningHost, Promise<AfterWebinar>>()

/** The same for all who ask on a host. */
export function afterWebinar(host: RunningHost): Promise<AfterWebinar> {
  const known = made.get(host) ?? makeAfterWebinar(host)
  made.set(host, known)
  return known
}

/** One of its own, for a test that changes it. */
export async function makeAfterWebinar(host: RunningHost): Promise<AfterWebinar> {
  const kiwi = await makeCompany(host)
  const bodies = zoomRun(40).map(({ body }, index) => ({ index, body }))
  await deliverAll(host.address + kiwi.hook, bodies, secret)
  const { items } = await kiwi.get<{ items: { id: string }[] }>('/webinars')
  const { id } = items[0]!
  const person = { email: 'person1@firm1.example' }
  const late = { email: 'person9@firm0.example' }
  await kiwi.tell(
    activity('poll', 'poll.answered', '2026-04-01T11:20:00Z', {
      person,
      webinar: { id },
      poll: 'Budget?',
      answer: 'Yes',
    }),
    activity('video', 'replay.watched', '2026-04-02T10:00:00Z', {
      ...{ person: late, webinar: { id }, mediaSeconds: 3600, intervals: [[0, 1800]] },
    }),
    activity('quote', 'form.submitted', '2026-04-03T10:00:00Z', { person, form: { id: 'q', kind: 'quote' } }),
  )
  await kiwi.settled()
  return { kiwi, id }
}
