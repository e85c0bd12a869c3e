import type { CloudEvent } from './activity.ts'
import type { After } from './afterwards/after.ts'
import { aftermath, warmthOf } from './afterwards/aftermath.ts'
import { type DealsFile, dealsOf } from './afterwards/deals.ts'
import { untilUnsubscribed } from './afterwards/mails.ts'
import { attend, presenceOf } from './attendance.ts'
import { HOUR, israeliCalendar } from './calendar.ts'
import { Chance } from './chance.ts'
import type { Stay } from './connections.ts'
import { asked, chatOf } from './during.ts'
import { makePeople } from './people.ts'
import { type Registration, signUp } from './registrations.ts'
import { partner } from './story/companies.ts'
import { type Planned, planWebinars } from './webinars.ts'
import { registering, staying } from './zoom/people.ts'
import { attendeeReport } from './zoom/report.ts'
import type { Delivery } from './zoom/webhook.ts'
import { created, recorded, running } from './zoom/webinar.ts'

/** Everything that happens in the sample company, sorted by how and when Ripen hears of it. */
export interface Sample {
  webinars: Planned[]
  /** How many have registered for anything up to now. */
  people: number
  /** The webinars being made, before anything else. */
  created: Delivery[]
  /** What the producer says of each webinar, by Zoom's id. */
  described: { platformId: string; patch: object }[]
  report: { file: string; text: string }
  /** Of the webinar of which webhooks were lost. */
  lateReport: { file: string; text: string }
  /** Deals won and lost, as the CRM gives them out. */
  deals: DealsFile
  /** Up to now, in order; and from now on, while the demo runs. */
  webhooks: Delivery[]
  toCome: Delivery[]
  activities: CloudEvent[]
  later: CloudEvent[]
  /** Questions and polls of the webinar that runs, known only when it is over. */
  afterwards: CloudEvent[]
}

/** So long somebody may watch a demo. */
const watched = 4 * HOUR

/** The sample of a seed around `now`. The same seed and moment give the same sample. */
export function makeSample(seed: string, now: number): Sample {
  const chance = new Chance(seed)
  const calendar = israeliCalendar(now)
  const webinars = planWebinars(chance.of('webinars'), calendar, now)
  const registrations = signUp(chance.of('registrations'), calendar, webinars, makePeople(chance.of('people')))
  const stories = webinars.map((webinar) => tell(chance.of(webinar.key), webinar, registrations.get(webinar)!))
  const webhooks = stories.flatMap(({ webhooks }) => webhooks).sort((a, b) => a.at - b.at)
  const chanceOf = ({ webinar, registration }: After) => chance.of(webinar.key, 'after', registration.person.number)
  const activities = stories.flatMap((story) =>
    story.webinar.closesAt > now
      ? []
      : [...story.talk, ...afters(story).flatMap((after) => aftermath(chanceOf(after), after))],
  )
  const told = untilUnsubscribed(activities)
  const known = [...registrations.values()].flat().filter(({ at }) => at <= now)
  const reported = stories.find(({ webinar }) => webinar.fromReport)!
  const lossy = stories.find(({ webinar }) => webinar.isLossy)!
  return {
    webinars,
    people: new Set(known.map(({ person }) => person)).size,
    created: webinars.filter(({ fromReport }) => !fromReport).map(created),
    described: webinars.map((webinar) => ({ platformId: String(webinar.platformId), patch: descriptionOf(webinar) })),
    deals: dealsOf(chance.of('deals'), stories.flatMap(afters), now),
    report: attendeeReport(reported.webinar, reported.registered, reported.stays),
    lateReport: attendeeReport(lossy.webinar, lossy.registered, lossy.stays),
    webhooks: webhooks.filter(({ at }) => at <= now),
    toCome: webhooks.filter(({ at }) => at > now && at < now + watched),
    activities: told.filter(({ time }) => Date.parse(time) <= now),
    later: told.filter(({ time }) => Date.parse(time) > now && Date.parse(time) < now + watched),
    afterwards: stories.find(({ webinar }) => webinar.ago === 'now')!.talk,
  }

  function afters({ webinar, registered, stays }: Story): After[] {
    return registered.map((registration) => {
      const own = stays.filter((stay) => stay.registration === registration)
      const presence = presenceOf(webinar, own)
      return { calendar, webinar, registration, ...presence, warmth: warmthOf(registration.person, presence) }
    })
  }
}

interface Story {
  webinar: Planned
  registered: Registration[]
  stays: Stay[]
  webhooks: Delivery[]
  /** Questions and poll answers. */
  talk: CloudEvent[]
}

function tell(chance: Chance, webinar: Planned, registered: Registration[]): Story {
  const signUps = registered.flatMap((registration) => registering(webinar, registration))
  if (webinar.ago !== 'now' && webinar.ago < 0) return { webinar, registered, stays: [], webhooks: signUps, talk: [] }
  const stays = attend(chance.of('room'), webinar, registered)
  const talk = asked(chance.of('talk'), webinar, stays)
  if (webinar.fromReport) return { webinar, registered, stays, webhooks: [], talk }
  const webhooks = [
    ...signUps,
    ...running(webinar),
    ...stays.flatMap((stay) => arriving(chance.of('lost', stay.session), webinar, staying(webinar, stay))),
    ...chatOf(chance.of('chat'), webinar, stays),
    recorded(chance.of('recording'), webinar),
  ]
  return { webinar, registered, stays, webhooks, talk }
}

/** What of some webhooks arrives. */
function arriving(chance: Chance, { isLossy }: Planned, sent: Delivery[]): Delivery[] {
  return isLossy ? sent.filter(() => !chance.happens(0.05)) : sent
}

function descriptionOf({ kind, funnelStage, cost, cobranded }: Planned): object {
  return { kind, funnelStage, cost, ...(cobranded && { partner }) }
}
