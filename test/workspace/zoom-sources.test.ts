import { describe, expect, test } from 'vitest'
import { steps } from '../../src/sources/zoom/api/steps.ts'
import { funnel } from '../../src/workspace/funnel.ts'
import { importFile } from '../../src/workspace/import-file.ts'
import { ingest } from '../../src/workspace/ingest.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import { drained, makeHook, makeWorkspace } from '../workspaces.ts'
import { deliveriesOf } from '../zoom/deliveries.ts'
import { heldAt, opened, pagesOf } from '../zoom/opened.ts'
import { attendeeReport, registrationReport } from '../zoom/report-files.ts'
import { DAY, plainAddress, type ToldWebinar } from '../zoom/story.ts'
import { tellAccount, tellWebinar } from '../zoom/tell.ts'

type Source = 'webhooks' | 'lost webhooks' | 'API' | 'files'

const lostEvery = 20

/** A workspace that was told of a webinar by these sources, one after the other. */
async function toldBy(webinar: ToldWebinar, ...sources: Source[]) {
  const { ws, clock } = makeWorkspace(heldAt + 5 * DAY)
  const post = makeHook(ws)
  const deliveries = deliveriesOf(webinar)
  const tell: Record<Source, () => Promise<void>> = {
    webhooks: async () => {
      for (const delivery of deliveries) expect(await post(delivery)).toMatchObject({ status: 204 })
    },
    'lost webhooks': async () => {
      for (const [i, delivery] of deliveries.entries()) if (i % lostEvery !== 3) await post(delivery)
    },
    API: async () => {
      const { api, room } = opened({ story: tellAccount([webinar]), after: 3 * DAY })
      for (const step of steps)
        for (const { statements } of await pagesOf(api, step, room))
          await ws.commit(() => ingest(ws, statements, clock.now))
    },
    files: async () => {
      await importFile(ws, registrationReport(webinar))
      await importFile(ws, attendeeReport(webinar, webinar.instances[0]!))
    },
  }
  for (const source of sources) await tell[source]()
  const asOf = new Date(heldAt + 5 * DAY).toISOString()
  const { items: all } = webinars(drained(ws))
  const { id } = all.find(({ liveSeconds }) => liveSeconds) ?? all[0]!
  const { items } = ranking(ws, id, { asOf, limit: '500' })
  const rows = items.map(({ attendance: { evidence: _, provisional: __, ...attendance }, ...row }) => ({
    ...row,
    attendance,
  }))
  return { rows, attendance: funnel(ws, id, { asOf }).attendance }
}

type Told = Awaited<ReturnType<typeof toldBy>>

describe.each([5, 6, 9] as const)('a webinar of type %i', async (type) => {
  const webinar = tellWebinar({ startsAt: heldAt, people: 60, type })
  const { stays } = webinar.instances[0]!
  const computer = stays.find(({ session }) => stays.some(({ boundTo }) => boundTo === session))!
  const caller = plainAddress(webinar.registrants.find(({ id }) => id === computer.registrant)!.email)
  /** Of everybody but the one who dialled in too: whose a phone is only webhooks tell. */
  const presenceOf = ({ rows }: Told) =>
    new Map(
      rows.filter(({ person }) => person.email !== caller).map(({ person, presence }) => [person.email, presence.live]),
    )
  const live = await toldBy(webinar, 'webhooks', 'API')

  test('is the same by the API before or after the webhooks, and by files beside them', async () => {
    expect(await toldBy(webinar, 'API', 'webhooks')).toEqual(live)
    const all = await toldBy(webinar, 'webhooks', 'API', 'files')
    const first = await toldBy(webinar, 'files', 'API', 'webhooks')
    expect(first.rows).toEqual(all.rows)
    // A series without fixed time learns its schedule from the file alone.
    if (type !== 6) expect(all.rows).toEqual(live.rows)
  })

  test('by the API alone has the same people for the same seconds; what they wrote in the chat only webhooks tell', async () => {
    const api = await toldBy(webinar, 'API')
    expect(presenceOf(api)).toEqual(presenceOf(live))
    const points = ({ rows }: Told) =>
      new Map(rows.map(({ person, parts }) => [person.email, parts.filter(({ rule }) => rule !== 'chat_written')]))
    expect(points(api)).toEqual(points(live))
  })

  test('by files alone has the same people for the same seconds', async () => {
    const files = await toldBy(webinar, 'files')
    if (type !== 6) expect(presenceOf(files)).toEqual(presenceOf(live))
    expect(files.attendance).toMatchObject({
      registrants: live.attendance.registrants,
      attendees: live.attendance.attendees,
    })
  })

  test('of which one webhook in twenty is lost for ever is whole after the API', async () => {
    const lossy = await toldBy(webinar, 'lost webhooks')
    const mended = await toldBy(webinar, 'lost webhooks', 'API')
    const came = new Set(stays.flatMap(({ registrant = [] }) => registrant)).size
    expect(presenceOf(lossy)).not.toEqual(presenceOf(live))
    expect(mended.attendance).toMatchObject({ attendees: came, unidentified: live.attendance.unidentified })
    const presence = presenceOf(mended)
    for (const [email, intervals] of presenceOf(live)) expect([email, presence.get(email)]).toEqual([email, intervals])
  })
})
