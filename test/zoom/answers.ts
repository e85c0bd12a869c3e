import { zoomTime as iso } from '../../src/demo/zoom/webhook.ts'
import { attendanceReport, detailOf, pollReport, questionReport, surveyReport } from './answers-report.ts'
import { lastUse, recordingOf, registrantRow, stateAt, stretchOf } from './answers-rows.ts'
import { ZoomRefusal } from './refusal.ts'
import { DAY, MINUTE, type Story, type ToldInstance, type ToldWebinar, type ZoomUser } from './story.ts'

/** What an endpoint is asked. */
export interface Asked {
  id: string
  query: URLSearchParams
  now: number
}

const notFound = (what: string) => new ZoomRefusal(404, 3001, `Webinar does not exist: ${what}.`)

/** Answers of one account, by the path of the endpoint: a list where the endpoint has one, else the body. */
export class Answers {
  readonly #story: Story
  /** Names and addresses are left out of reports (an account under HIPAA). */
  readonly #blank: boolean
  readonly byPath: Readonly<Record<string, (asked: Asked) => object | readonly object[]>> = {
    '/users': () =>
      this.#story.users.map(({ id, email, licence }) => ({
        id,
        email,
        type: licence === 'none' ? 1 : 2,
        status: 'active',
      })),
    '/users/{user}/webinars': (asked) => this.#listed(asked).map((webinar) => this.#scheduled(webinar)),
    '/users/{user}/recordings': (asked) => this.#recordings(asked),
    '/report/users/{user}/meetings': (asked) => this.#pastOf(asked, this.#user(asked.id)),
    '/metrics/webinars': (asked) => this.#pastOf(asked, null),
    '/webinars/{id}': (asked) => this.#one(asked),
    '/webinars/{id}/registrants': (asked) => this.#registrants(asked),
    '/webinars/{id}/panelists': (asked) =>
      this.#living(asked).panelists.map((panelist) => ({ ...panelist, join_url: 'https://zoom.example/w/1' })),
    '/webinars/{id}/tracking_sources': (asked) => this.#sources(asked),
    '/webinars/{id}/survey': (asked) => ({
      custom_survey: { title: 'Survey', anonymous: false, questions: this.#living(asked).survey },
    }),
    '/past_webinars/{id}/instances': (asked) =>
      this.#living(asked)
        .instances.filter(({ to }) => to < asked.now)
        .map(({ uuid, from }) => ({ uuid, start_time: iso(from) })),
    '/past_webinars/{uuid}/absentees': (asked) => this.#absentees(asked),
    '/report/webinars/{uuid}': (asked) => detailOf(...this.#reported(asked)),
    '/report/webinars/{uuid}/participants': (asked) => attendanceReport(this.#reported(asked)[1], asked, this.#blank),
    '/report/webinars/{uuid}/polls': (asked) => pollReport(...this.#reported(asked), asked),
    '/report/webinars/{uuid}/qa': (asked) => questionReport(...this.#reported(asked), asked),
    '/report/webinars/{uuid}/survey': (asked) => surveyReport(...this.#reported(asked), asked),
    '/meetings/{uuid}/recordings': (asked) => recordingOf(...this.#recorded(asked)),
    '/meetings/{uuid}/recordings/analytics_details': (asked) => this.#views(asked),
    '/meetings/{id}/recordings/registrants': (asked) => this.#replayRegistrants(asked),
  }

  constructor(story: Story, blank: boolean) {
    this.#story = story
    this.#blank = blank
  }

  /** A webinar whose number is still good: about 30 days after its last use it is not. */
  #living({ id, now }: Asked): ToldWebinar {
    const webinar = this.#story.webinars.find((webinar) => webinar.id === id)
    if (!webinar || lastUse(webinar) + 30 * DAY < now || webinar.createdAt > now) throw notFound(id)
    return webinar
  }

  /** A room that ran, by its uuid, or the last one of a number that is still good. */
  #ran({ id, now }: Asked): [ToldWebinar, ToldInstance] {
    for (const webinar of this.#story.webinars) {
      const instance = webinar.instances.findLast(
        ({ uuid, to }) => to < now && (uuid === id || (webinar.id === id && lastUse(webinar) + 30 * DAY >= now)),
      )
      if (instance) return [webinar, instance]
    }
    throw notFound(id)
  }

  /** The same for reports: nothing for two minutes after the end, and nothing after six months. */
  #reported(asked: Asked): [ToldWebinar, ToldInstance] {
    const [webinar, instance] = this.#ran(asked)
    if (asked.now < instance.to + 2 * MINUTE) throw notFound(asked.id)
    if (asked.now > instance.from + 183 * DAY)
      throw new ZoomRefusal(400, 300, 'The report is only available for the last 6 months.')
    return [webinar, instance]
  }

  #recorded(asked: Asked): [ToldWebinar, ToldInstance] {
    const [webinar, instance] = this.#ran(asked)
    if (!instance.recording || instance.recording.readyAt > asked.now)
      throw new ZoomRefusal(404, 3301, 'There is no recording for this meeting.')
    return [webinar, instance]
  }

  #user(name: string): ZoomUser {
    const user = this.#story.users.find(({ id, email }) => id === name || email === name.toLowerCase())
    if (!user) throw new ZoomRefusal(404, 1001, `User does not exist: ${name}.`)
    return user
  }

  #listed({ id, now }: Asked): ToldWebinar[] {
    const user = this.#user(id)
    if (user.licence === 'none')
      throw new ZoomRefusal(
        400,
        3161,
        'Meeting hosting and scheduling capabilities are not allowed for your user account.',
      )
    return this.#story.webinars
      .filter(({ host, createdAt }) => host.id === user.id && createdAt <= now)
      .filter((webinar) => lastUse(webinar) + 30 * DAY >= now)
  }

  #scheduled({ id, type, topic, host, startsAt, minutes, timezone, instances, createdAt }: ToldWebinar) {
    const when = type === 6 ? {} : { start_time: iso(startsAt), duration: minutes }
    return {
      id: Number(id),
      uuid: instances.at(-1)?.uuid ?? '',
      host_id: host.id,
      topic,
      type,
      ...when,
      timezone,
      created_at: iso(createdAt),
      join_url: `https://zoom.example/j/${id}`,
    }
  }

  #one(asked: Asked): object {
    const webinar = this.#living(asked)
    const previous = asked.query.get('show_previous_occurrences') === 'true'
    const occurrences = webinar.occurrences
      .filter(({ startsAt, minutes }) => previous || startsAt + minutes * MINUTE > asked.now)
      .map(({ id, startsAt, minutes }) => ({
        occurrence_id: id,
        start_time: iso(startsAt),
        duration: minutes,
        status: 'available',
      }))
    const settings = {
      approval_type: 0,
      registration_type: webinar.registrationType,
      on_demand: true,
      question_and_answer: { enable: true },
    }
    return { ...this.#scheduled(webinar), ...(webinar.type === 9 && { occurrences }), settings }
  }

  #registrants(asked: Asked): object[] {
    const status = asked.query.get('status') ?? 'approved'
    if (!['approved', 'pending', 'denied'].includes(status))
      throw new ZoomRefusal(400, 300, 'Validation Failed. status')
    const [occurrence, source] = [asked.query.get('occurrence_id'), asked.query.get('tracking_source_id')]
    return this.#living(asked)
      .registrants.filter((person) => stateAt(person, asked.now) === status)
      .filter((person) => !occurrence || !person.occurrence || person.occurrence === occurrence)
      .filter((person) => !source || person.source === source)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((person) => registrantRow(person, status))
  }

  #absentees(asked: Asked): object[] {
    const [{ registrants }, { stays, from }] = this.#ran(asked)
    if (asked.now > from + 365 * DAY) throw new ZoomRefusal(400, 12702, 'Can not access webinar older than a year.')
    const came = new Set(stays.map(({ registrant }) => registrant))
    return registrants
      .filter((person) => stateAt(person, asked.now) === 'approved' && !came.has(person.id))
      .map((person) => registrantRow(person, 'approved'))
  }

  #sources(asked: Asked): object[] {
    const { sources, registrants } = this.#living(asked)
    return sources.map(({ id, name }) => {
      const registration_count = registrants.filter(({ source }) => source === id).length
      return {
        id,
        source_name: name,
        tracking_url: `https://zoom.example/webinar/register/${id}`,
        registration_count,
        visitor_count: registration_count * 3,
      }
    })
  }

  #views(asked: Asked): object[] {
    const [, { views }] = this.#recorded(asked)
    const [from, to] = stretchOf(asked)
    if (!['by_view', 'by_download'].includes(asked.query.get('type') ?? ''))
      throw new ZoomRefusal(400, 300, 'Validation Failed. type')
    return views
      .filter(({ at, seconds }) => at >= from && at < to && at + seconds * 1000 <= asked.now)
      .map(({ at, name, email, seconds }) => ({ date_time: iso(at), name, email, duration: seconds }))
  }

  #replayRegistrants(asked: Asked): object[] {
    const [, { replayRegistrants }] = this.#recorded(asked)
    const status = asked.query.get('status') ?? 'approved'
    return replayRegistrants
      .filter((person) => person.at <= asked.now && person.status === status)
      .map((person) => ({ ...registrantRow(person, status), create_time: undefined }))
  }

  #recordings(asked: Asked): object[] {
    const [user, [from, to]] = [this.#user(asked.id), stretchOf(asked)]
    return this.#story.webinars
      .filter(({ host }) => host.id === user.id)
      .flatMap((webinar) =>
        webinar.instances
          .filter(
            ({ recording }) =>
              recording && recording.readyAt <= asked.now && recording.from >= from && recording.from < to,
          )
          .map((instance) => recordingOf(webinar, instance)),
      )
  }

  /** What was held in a stretch, beside a meeting that is none of our business. */
  #pastOf(asked: Asked, user: ZoomUser | null): object[] {
    const [from, to] = stretchOf(asked)
    if (asked.now > from + 184 * DAY) throw new ZoomRefusal(400, 300, 'You can only query the last 6 months.')
    const meeting = {
      uuid: 'bWVldGluZy9vZi9zYWxlcw==',
      id: 91234567890,
      type: 2,
      topic: 'Sales',
      start_time: iso(from),
      end_time: iso(from + 30 * MINUTE),
      participants_count: 4,
    }
    const held = this.#story.webinars
      .filter(({ host }) => !user || host.id === user.id)
      .flatMap((webinar) =>
        webinar.instances
          .filter((room) => room.from >= from && room.from < to && room.to < asked.now)
          .map((room) => detailOf(webinar, room)),
      )
    return user
      ? [meeting, ...held]
      : held.map((room) => ({ ...room, host: 'Maya Rosen', email: (room as { user_email: string }).user_email }))
  }
}
