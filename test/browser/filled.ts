import { vi } from 'vitest'
import { ripenJson } from '../process/running.ts'
import { pollReport } from '../sources/zoom-answers-writer.ts'
import { attendeeReport } from '../zoom-report.ts'
import { zoomRun } from '../zoom-run.ts'
import type { Company } from './company.ts'
import {
  created,
  type Guest,
  joined,
  registered,
  started,
  stranger,
  wholeRun,
  type ZoomWebinar,
} from './zoom-webinar.ts'

const minute = 60_000
const day = 24 * 60 * minute

const names = [
  ...['Noa Barak', 'Daniel Weiss', 'Yael Sagi', 'Amir Haddad', 'Olga Petrova', 'Roy Alon', 'Michal Dror', 'Sara Lind'],
  ...['נועה ברק', 'דניאל וייס', 'יעל שגיא', 'אמיר חדאד', 'Maximilian Featherstonehaugh-Vandenberghe', 'איתן פרץ'],
]

/** Somebody with a long company and a job, who stays as long as their place in the list says. */
function guest(name: string, index: number, isFull: boolean): Guest {
  const from = index * 2
  const stays: [number, number][] =
    index % 5 === 4
      ? []
      : [
          [from, isFull ? 60 : from + 8],
          [from + 20, from + 22 + index],
        ]
  return {
    name,
    email: `person${index}@firm${index}.example`,
    org: index % 3 ? `Firm ${index} of Secure Backup and Archiving` : 'חברת הגיבויים',
    title: index % 2 ? 'Head of information security' : 'מנהלת אבטחת מידע',
    comments: index === 2 ? 'Does it run on Linux?' : '',
    stays,
  }
}

export interface Filled {
  live: string
  over: string
  toCome: string
  /** Somebody of whom there is much to tell. */
  person: string
  /** Somebody's link to the replay of `over`, of which one is set. */
  link: string
  /** An alert that somebody was told of, and a rule with everything that its form has. */
  alert: string
  rule: string
  /** A workspace in which nothing has happened. */
  bare: string
  report: Uint8Array
  /** A Poll Report of a webinar of its own. */
  polls: Uint8Array
}

/**
 * A company with four webinars behind it, one that runs and one to come, and beside it a workspace without anything.
 * `target`: the address of a server to which a channel may lead.
 */
export async function fillCompany(company: Company, target: string): Promise<Filled> {
  const now = Math.floor(Date.now() / 1000) * 1000
  await company.connectZoom()
  const past = [40, 30, 20, 6].map((ago, index): ZoomWebinar => {
    const topic = ['Backup in 20 minutes', 'גיבוי ושחזור: שאלות ותשובות', 'Demo: restore', 'Ransomware'][index]!
    return { id: 81_000_000_001 + index, topic, startsAt: now - ago * day, minutes: 60 }
  })
  const people = names.map((name, index) => guest(name, index, index % 3 === 0))
  for (const webinar of past) await company.deliver(wholeRun(webinar, people))
  await doubt(company, past.at(-1)!, people)
  const toCome = { id: 81_000_000_008, topic: 'Archiving for lawyers', startsAt: now + 3 * day, minutes: 45 }
  const live = { id: 81_000_000_009, topic: 'Backup security, live', startsAt: now - 12 * minute, minutes: 60 }
  for (const webinar of [toCome, live])
    await company.deliver([created(webinar), ...people.map((each) => registered(webinar, each))])
  await company.deliver([started(live)])
  await company.deliver(people.slice(0, 8).map((each, index) => joined(live, each, live.startsAt + index * minute)))
  await company.call('POST', '/api/v1/activities', activities(past.at(-1)!, people))
  await company.settled()

  const { items } = await company.call<{ items: { id: string; platformId: string; kind: string }[] }>(
    'GET',
    '/api/v1/webinars',
  )
  const idOf = ({ id }: ZoomWebinar) => items.find(({ platformId }) => platformId === String(id))!.id
  await company.call('PATCH', `/api/v1/webinars/${idOf(past.at(-1)!)}`, { kind: 'demo' })
  await company.settled()
  const over = idOf(past.at(-1)!)
  type Ranking = { items: { person: { id: string } }[] }
  const ranking = await company.call<Ranking>('GET', `/api/v1/webinars/${over}/ranking?sort=score`)
  const link = await setReplay(company, over)
  const told = await tellOf(company, live, people.at(9)!, target)
  await changeFormula(company)
  await ripenJson(company.server.data, 'workspace', 'create', 'bare', '--name', 'Bare and Empty')
  return {
    ...{ live: idOf(live), over, toCome: idOf(toCome), person: ranking.items[0]!.person.id, link, bare: 'bare' },
    ...told,
    report: attendeeReport(zoomRun(8)),
    polls: new TextEncoder().encode(polls(past.at(-1)!, people)),
  }
}

/** Rules, owners, a channel that is not tried, and somebody who joins while a rule asks for that. */
async function tellOf(
  company: Company,
  live: ZoomWebinar,
  guest: Guest,
  target: string,
): Promise<{ alert: string; rule: string }> {
  await company.call('PUT', '/api/v1/alert-routing', {
    routes: [{ owner: 'Tamar Shani-Featherstonehaugh', email: 'tamar@oren.example', accounts: ['firm9.example'] }],
    otherwise: { owner: 'דנה לוי' },
  })
  const hook = { kind: 'webhook', name: 'CRM', address: `${target}/hook`, events: ['lead.scored'] }
  const { id: channel } = await company.call<{ id: string }>('POST', '/api/v1/channels', hook)
  const filters = { temperature: ['hot', 'warm'], activeWithinDays: 90 }
  const { id: segment } = await company.call<{ id: string }>('POST', '/api/v1/segments', {
    name: 'חמים ברבעון',
    filters,
  })
  const when = { every: 'week', weekday: 0, at: '08:00' }
  await company.call('POST', '/api/v1/schedules', { name: 'Hot of the week', segment, channel, when })
  await company.call('PATCH', `/api/v1/channels/${channel}`, { on: false })
  await company.call('POST', '/api/v1/alert-rules', { name: 'הצטרפות לשידור', on: 'joins_live', channels: [channel] })
  const { id: rule } = await company.call<{ id: string }>('POST', '/api/v1/alert-rules', {
    ...{ name: 'Price, of the big ones', on: 'asks_to_buy', accounts: ['firm1.example', 'חברת הגיבויים'] },
    filters: {
      ...{ webinarKinds: ['demo'], minScore: 40, grades: ['A', 'B'], stages: ['mql', 'sql'], topics: ['price'] },
      who: { all: [{ attribute: 'country', oneOf: ['IL'] }, { not: { attribute: 'employees', max: 10 } }] },
    },
    ...{ quietHours: { from: '20:00', to: '08:00' }, workingDaysOnly: true, digest: { dailyAt: '09:00' } },
  })
  await company.deliver([joined(live, guest, Math.ceil(Date.now() / 1000) * 1000)])
  await company.settled()
  const newest = async () => (await company.call<{ newest: string | null }>('GET', '/api/v1/alerts/open')).newest
  return { alert: await vi.waitUntil(newest, 10_000), rule }
}

/** A recording, of which nothing can be played; the link of a no-show. */
async function setReplay(company: Company, id: string): Promise<string> {
  const address = `${company.server.address}/recordings/ransomware-and-what-to-do-about-it.mp4`
  const closesAt = new Date(Date.now() + 30 * day).toISOString()
  await company.call('PUT', `/api/v1/webinars/${id}/replay`, { address, mediaSeconds: 3600, closesAt })
  const { items } = await company.call<{ items: { link: string }[] }>('GET', `/api/v1/webinars/${id}/no-shows`)
  return items[0]!.link
}

/** Of whom nobody knows who they are, two of one name, and a report that knows more than the webhooks. */
async function doubt(company: Company, webinar: ZoomWebinar, people: readonly Guest[]): Promise<void> {
  const namesake: Guest = { name: 'Noa Barak', email: 'noa.barak@other.example', stays: [] }
  const longer = people.map((each, index) => (index % 4 ? each : { ...each, stays: [[0, 59] as [number, number]] }))
  await company.deliver([
    ...stranger(webinar, 'Olga Petrova', [5, 50]),
    ...stranger(webinar, '+972 50 555 0147', [0, 20]),
    registered(webinar, namesake),
  ])
  await company.imported(attendeeReport(wholeRun(webinar, [...longer, namesake]), webinar))
}

/** Who answered what, in two languages and at length, as a host in UTC would print it. */
function polls({ startsAt }: ZoomWebinar, people: readonly Guest[]): string {
  const print = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ')
  const told = people.map(({ name, email }, index) => ({
    ...(index % 4 ? { name, email } : { name: 'Anonymous Attendee', email: '' }),
    at: startsAt + (20 + index) * minute,
    answers: [
      ['How many servers do you back up\ntoday?', index % 2 ? 'More than 50;In the cloud' : 'פחות מ-50'],
      ['What, in your own words, is missing in what you use?', index % 3 ? 'A price list that one can read' : ''],
    ] as [string, string][],
  }))
  return pollReport('2025', { id: '810 0000 0077', start: startsAt, minutes: 60, print }, told)
}

/** A version and a draft on it: points that pay less for more, a rule of the company's own, a red test. */
async function changeFormula(company: Company): Promise<void> {
  type Rule = { id: string; points: number; enabled: boolean; note?: string }
  type Topic = { id: string; words: Record<string, string[]> }
  const { model } = await company.call<{ model: { rules: Rule[]; buyingWords: Topic[] } }>('GET', '/api/v1/model')
  const withPoints = (id: string, points: number, note: string) => ({
    ...model,
    rules: model.rules.map((rule) => (rule.id === id ? { ...rule, points, note } : rule)),
  })
  await company.call('POST', '/api/v1/model/publish', withPoints('email_opened', 3, 'Every mail client opens mails.'))
  await company.settled()
  const draft = withPoints('attended_full', 8, 'מי שנשאר עד הסוף עונה לטלפון')
  const own = { id: 'price_question', kind: 'did', act: 'question', place: 'during', buying: ['price', 'trial'] }
  const asOf = '2026-03-12T10:00:00Z'
  const test = { name: 'Nobody', because: 'Whoever did nothing has nothing', asOf, facts: [], expect: { score: 1 } }
  const [price, ...others] = model.buyingWords
  const more = {
    ...price!,
    words: { ...price!.words, he: price!.words.he!.slice(1), en: [...price!.words.en!, 'rate card'] },
  }
  const buyingWords = [more, ...others, { id: 'partners', words: { en: ['?!'] } }]
  const rules = [...draft.rules, { ...own, points: 20, origin: 'own', section: 'content' }]
  await company.call('PUT', '/api/v1/model/draft', {
    model: { ...draft, callsPerDay: 15, rules, tests: [test], buyingWords },
  })
}

/** What the company's site, mails and telephones know of people after a webinar. */
function activities(webinar: ZoomWebinar, people: readonly Guest[]): object[] {
  const room = { platform: 'zoom', platformId: String(webinar.id) }
  const at = (minutes: number) => new Date(webinar.startsAt + minutes * minute).toISOString()
  return people.flatMap(({ email }, index) => {
    const person = { email }
    const event = (type: string, minutes: number, data: object) => ({
      ...{ specversion: '1.0', id: `${type}/${index}`, source: 'tests', type, time: at(minutes) },
      data: { person, ...data },
    })
    return [
      event('poll.answered', 30, { webinar: room, poll: 'How many servers?', answer: 'More than 50' }),
      ...(index % 2
        ? []
        : [
            event('question.asked', 41, {
              webinar: room,
              question: { text: 'מה המחיר ל-500 משתמשים?', answer: 'תלוי' },
            }),
          ]),
      ...(index % 3 ? [] : [event('visit.ended', 90, { visitId: `v${index}`, seconds: 200, pages: ['/pricing'] })]),
      ...(index === 5 ? [event('visit.ended', 70, { visitId: 'short', seconds: 8, pages: ['/'] })] : []),
      ...(index === 4
        ? [
            event('replay.watched', 600, {
              webinar: room,
              sessionId: 's',
              watchedSeconds: 1500,
              mediaSeconds: 3600,
              intervals: [[0, 1500]],
            }),
          ]
        : []),
      ...(index === 7 ? [event('replay.watched', 700, { webinar: room, watched: true })] : []),
      ...(index === 9 ? [event('email.unsubscribed', 700, {})] : []),
      event('email.opened', 100 + index, { messageId: `m${index}` }),
    ]
  })
}
