import { setTimeout as pause } from 'node:timers/promises'
import { type Company, openCompany } from '../../browser/company.ts'
import { created, stranger, wholeRun, type ZoomWebinar } from '../../browser/zoom-webinar.ts'
import { type AtEnd, startServer, temporaryFolder } from '../../process/running.ts'
import { activitiesOf, handsOf } from './activities.ts'
import { guestsOf, withAnswers } from './guests.ts'
import { type Mail, openPostBox } from './post-box.ts'
import { tellColleagues } from './settings.ts'
import type { Told } from './told.ts'

/** A company to which every payload was told by every place, and the ids of what has screens of its own. */
export interface Hostile {
  company: Company
  mails: Mail[]
  /** Of all webinars, the one first that everybody came to. */
  webinars: string[]
  /** In the order of their payloads. */
  people: string[]
  segments: string[]
  rule: string
  /** Deliveries that could not be read. */
  deliveries: string[]
  /** One of three asks for a meeting, of which a rule tells. */
  raiseHand(): Promise<void>
  /** A link to the replay. */
  link: string
}

const day = 24 * 3_600_000
const minute = 60_000
type Listed = { items: { id: string; platformId: string }[] }

export async function makeHostile(told: Told, atEnd: AtEnd): Promise<Hostile> {
  const { mails, env } = await openPostBox(atEnd)
  const company = await openCompany(atEnd, (own) => startFirst({ ...own, ...env }, atEnd))
  await company.connectZoom()
  const now = Math.floor(Date.now() / 1000) * 1000
  const over = { id: 83_000_000_000, topic: told.by('topic', 0, 200), startsAt: now - day, minutes: 60 }
  const count = told.payloads.length
  const others = Array.from({ length: count - 1 }, (_, index): ZoomWebinar => {
    const startsAt = index % 3 ? now + (index + 1) * day : now - 10 * minute
    return { id: over.id + index + 1, topic: told.by('topic', index + 1, 200), startsAt, minutes: 45 }
  })
  const guests = guestsOf(told)
  await company.deliver(withAnswers(told, wholeRun(over, guests)))
  await company.deliver(guests.flatMap((_, index) => stranger(over, told.by('stranger', index, 200), [index % 50, 55])))
  await company.deliver(others.map(created))
  await company.deliver(guests.slice(0, 8).map((_, index) => unreadable(told.by('unreadable', index))))
  type Taken = { rejected: object[] }
  const { rejected } = await company.call<Taken>('POST', '/api/v1/activities', activitiesOf(told, over, guests))
  if (rejected.length > 0) throw new Error(`activities were refused: ${JSON.stringify(rejected).slice(0, 500)}`)
  await company.settled()
  const settings = await tellColleagues(company, told, guests)
  await company.call('POST', '/api/v1/activities', handsOf(guests.slice(3)))
  await company.settled()

  const { items } = await company.call<Listed>('GET', '/api/v1/webinars')
  const isOver = ({ platformId }: { platformId: string }) => platformId === String(over.id)
  const webinars = [...items.filter(isOver), ...items.filter((each) => !isOver(each))].map(({ id }) => id)
  type Ranking = { items: { person: { id: string; email: string } }[] }
  const ranking = await company.call<Ranking>('GET', `/api/v1/webinars/${webinars[0]}/ranking?sort=score&limit=200`)
  const recording = { address: `${company.server.address}/recording.mp4`, mediaSeconds: 3600 }
  await company.call('PUT', `/api/v1/webinars/${webinars[0]}/replay`, recording)
  type NoShows = { items: { link: string }[] }
  const noShows = await company.call<NoShows>('GET', `/api/v1/webinars/${webinars[0]}/no-shows`)
  for (let tries = 0; mails.length === 0 && tries < 100; tries++) await pause(100)
  const numberOf = (email: string) => Number(/\d+/.exec(email)![0])
  const listed = ranking.items.map(({ person }) => person).sort((a, b) => numberOf(a.email) - numberOf(b.email))
  let raised = 0
  const quarantine = await company.call<{ items: { id: string }[] }>('GET', '/api/v1/quarantine')
  return {
    ...{ company, mails, webinars, ...settings, link: noShows.items[0]!.link },
    people: listed.map(({ id }) => id),
    deliveries: quarantine.items.map(({ id }) => id).reverse(),
    async raiseHand() {
      await company.call('POST', '/api/v1/activities', handsOf(guests.slice(raised, ++raised)))
    },
  }
}

/** A webhook that is signed and cannot be read. */
function unreadable(text: string) {
  return { event: 'webinar.unknown', at: Date.now(), body: `${text}{` }
}

async function startFirst(env: NodeJS.ProcessEnv, atEnd: AtEnd) {
  const data = temporaryFolder(atEnd)
  const server = await startServer(data, env, atEnd)
  for (;;) {
    const link = /http:\/\/\S+\/setup#\S+/.exec(server.output())?.[0]
    if (link) return { ...server, data, link }
    await pause(20)
  }
}
