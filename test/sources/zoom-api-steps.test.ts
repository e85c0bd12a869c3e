import { describe, expect, test } from 'vitest'
import type { Page, Room, StepId } from '../../src/sources/zoom/api/step.ts'
import { stepOf, steps } from '../../src/sources/zoom/api/steps.ts'
import { answering, now, refusing } from '../zoom/answering.ts'
import { pagesOf } from '../zoom/opened.ts'

const uuid = '/a//b=='
const twice = '%252Fa%252F%252Fb%253D%253D'
const platformId = '84211905573'
const startedAt = Date.parse('2026-04-01T10:58:02Z')
const endedAt = Date.parse('2026-04-01T12:05:00Z')
const room: Room = { platformId, uuid, type: 5, startedAt, endedAt, hostId: 'hOsT', hostEmail: 'maya@almond.example' }
const inRoom = { platform: 'zoom', platformId, instance: uuid }
const single = { platform: 'zoom', platformId, slot: '' }
const at = (clock: string) => Date.parse(`2026-04-01T${clock}Z`)

async function read(id: StepId, bodies: Record<string, unknown>, of: Room = room): Promise<Page[]> {
  return pagesOf(answering(bodies).api, stepOf(id), { ...of })
}

/** All that a step states, and its reasons for what it does not. */
async function stated(id: StepId, bodies: Record<string, unknown>, of: Room = room) {
  const pages = await read(id, bodies, of)
  const texts = (name: 'skipped' | 'lacks') => pages.flatMap((page) => page[name] ?? []).map(({ text }) => text)
  return { statements: pages.flatMap(({ statements }) => statements), skipped: texts('skipped'), lacks: texts('lacks') }
}

test('the steps run in an order in which each knows what it needs, and the replay can be asked for by itself', () => {
  expect(steps[0]!.id).toBe('webinar')
  expect(steps.filter(({ replay }) => replay).map(({ id }) => id)).toEqual([
    'recordings',
    'replay_views',
    'replay_registrants',
  ])
  for (const step of steps) expect(stepOf(step.id)).toBe(step)
})

describe('the webinar', () => {
  const report = {
    ...{
      uuid,
      id: 84211905573,
      topic: 'Backup \u{1F512}',
      type: 5,
      user_email: 'Maya@Almond.example',
      participants_count: 41,
    },
    ...{ start_time: '2026-04-01T10:58:02.0000000+00:00', end_time: '2026-04-01T12:05:00Z', duration: 67 },
  }
  const reported = `/report/webinars/${twice}`
  const scheduled = `/webinars/${platformId}?show_previous_occurrences=true`
  const unknown: Room = { platformId, uuid }

  test('began and ended as the report says, under the name of its room; its host is staff; its schedule is that of the webhooks', async () => {
    const webinar = {
      ...{
        id: 84211905573,
        uuid: 'latest==',
        host_id: 'hOsT',
        topic: 'Backup \u{1F512}',
        type: 5,
        start_time: '2026-04-01T11:00:00Z',
      },
      ...{ duration: 60, timezone: 'Asia/Jerusalem', settings: { registration_type: 1, approval_type: 0 } },
    }
    const pages = await read('webinar', { [reported]: report, [scheduled]: webinar }, unknown)
    expect(pages[0]).toEqual({
      statements: [
        {
          id: `zoom/mentioned/${platformId}/room/${uuid}/0/0///Backup \u{1F512}`,
          type: 'webinar.mentioned',
          time: 0,
          webinar: inRoom,
          data: { topic: 'Backup \u{1F512}' },
        },
        {
          id: `zoom/report/started/${uuid}`,
          type: 'webinar.started',
          time: startedAt,
          webinar: inRoom,
          data: { evidence: 'report' },
        },
        {
          id: `zoom/report/ended/${uuid}`,
          type: 'webinar.ended',
          time: endedAt,
          webinar: inRoom,
          data: { evidence: 'report' },
        },
        {
          id: `zoom/report/staffed/${uuid}/host/maya@almond.example`,
          type: 'webinar.staffed',
          time: startedAt,
          webinar: inRoom,
          person: { platform: 'zoom', email: 'maya@almond.example' },
          data: { role: 'host' },
        },
      ],
      next: { at: 1 },
      learned: {
        startedAt,
        endedAt,
        type: 5,
        topic: 'Backup \u{1F512}',
        hostEmail: 'maya@almond.example',
        participants: 41,
      },
    })
    expect(pages[1]).toEqual({
      statements: [
        {
          id: `zoom/mentioned/${platformId}/slot//${at('11:00:00')}/60/Asia/Jerusalem/hOsT/Backup \u{1F512}`,
          type: 'webinar.mentioned',
          time: at('11:00:00'),
          webinar: single,
          data: {
            startsAt: at('11:00:00'),
            durationMinutes: 60,
            topic: 'Backup \u{1F512}',
            timezone: 'Asia/Jerusalem',
            hostId: 'hOsT',
          },
        },
      ],
      next: null,
      learned: { type: 5, hostId: 'hOsT' },
    })
  })

  test('of which the number has expired is told by its report alone', async () => {
    const { statements, lacks } = await stated('webinar', { [reported]: report }, unknown)
    expect([statements.length, lacks]).toEqual([4, []])
  })

  test('of which the schedule may not be seen is there all the same, and says what is missing', async () => {
    const bodies = {
      [reported]: report,
      [scheduled]: refusing(400, 4711, 'Invalid access token, does not contain scopes.'),
    }
    const { statements, lacks } = await stated('webinar', bodies, unknown)
    expect([statements.length, lacks]).toEqual([4, [expect.stringContaining('webinar:read:webinar:admin')]])
  })

  test('of a series tells for which occurrence it ran, where each is registered for by itself', async () => {
    const occurrences = [
      { occurrence_id: '1', start_time: '2026-03-25T11:00:00Z', duration: 60 },
      { occurrence_id: '2', start_time: '2026-04-01T11:00:00Z', duration: 60 },
    ]
    const learnedBy = async (registration_type: number) => {
      const webinar = { id: 84211905573, type: 9, occurrences, settings: { registration_type } }
      return (await read('webinar', { [reported]: report, [scheduled]: webinar }, unknown))[1]!.learned
    }
    expect(await learnedBy(2)).toEqual({ type: 9, occurrence: '2' })
    expect(await learnedBy(1)).toEqual({ type: 9 })
  })
})

const dana = {
  ...{
    id: 'Rg1',
    email: ' Dana@Almond.example',
    first_name: 'Dana',
    last_name: 'לוי',
    org: 'Almond',
    job_title: '',
    country: 'IL',
  },
  ...{
    comments: 'How much?',
    custom_questions: [{ title: 'Why?', value: 'Because' }],
    create_time: '2026-03-20T08:00:00Z',
  },
}
const profile = {
  email: 'dana@almond.example',
  firstName: 'Dana',
  lastName: 'לוי',
  company: 'Almond',
  country: 'IL',
  attributes: { 'Why?': 'Because' },
}
const person = { platform: 'zoom', registrantId: 'Rg1', email: 'dana@almond.example' }
const signedUpAt = Date.parse('2026-03-20T08:00:00Z')

describe('registrants', () => {
  const listed = (status: string, token = '') =>
    `/webinars/${platformId}/registrants?status=${status}&page_size=300${token && `&next_page_token=${token}`}`
  const none = { registrants: [], next_page_token: '' }

  test('are read in three passes: the approved, with both keys and what they answered', async () => {
    const bodies = {
      [listed('approved')]: { registrants: [dana], next_page_token: 'n2' },
      [listed('approved', 'n2')]: none,
      [listed('pending')]: {
        registrants: [{ ...dana, id: 'Rg2', email: 'ben@almond.example', comments: '', custom_questions: [] }],
      },
      [listed('denied')]: none,
    }
    const pages = await read('registrants', bodies)
    expect(pages.map(({ next }) => next)).toEqual([{ token: 'n2', at: 0 }, { at: 1 }, { at: 2 }, null])
    expect(pages[0]!.statements).toEqual([
      {
        id: `zoom/report/registered/${platformId}/slot//${signedUpAt}/approved/Rg1`,
        type: 'person.registered',
        time: signedUpAt,
        webinar: single,
        person,
        profile,
        data: { status: 'approved', question: 'How much?', evidence: 'report' },
      },
    ])
    // Just before, so that an approval that is listed later holds.
    expect(pages[2]!.statements).toMatchObject([
      { time: signedUpAt - 1, data: { status: 'pending', evidence: 'report' } },
    ])
  })

  test('who were denied are so at the start of the room, for nobody says when', async () => {
    const bodies = {
      [listed('approved')]: none,
      [listed('pending')]: none,
      [listed('denied')]: { registrants: [dana] },
    }
    const { statements } = await stated('registrants', bodies)
    expect(statements.map(({ id, type, time }) => [id, type, time])).toEqual([
      [`zoom/report/registered/${platformId}/slot//${signedUpAt}/pending/Rg1`, 'person.registered', signedUpAt - 1],
      [`zoom/report/registration_denied/${platformId}/slot//Rg1`, 'person.registration_denied', startedAt],
    ])
  })

  test('belong to the occurrence, to the only one, to whichever was next, or to the room where nothing is known', async () => {
    const names = async (of: Partial<Room>, query = '') => {
      const bodies = {
        [`/webinars/${platformId}/registrants?status=approved&page_size=300${query}`]: { registrants: [dana] },
        [`/webinars/${platformId}/registrants?status=pending&page_size=300${query}`]: none,
        [`/webinars/${platformId}/registrants?status=denied&page_size=300${query}`]: none,
      }
      return (await stated('registrants', bodies, { ...room, ...of })).statements[0]!.webinar
    }
    expect(await names({ type: 9, occurrence: '2' }, '&occurrence_id=2')).toEqual({
      platform: 'zoom',
      platformId,
      slot: '2',
    })
    expect(await names({ type: 5 })).toEqual(single)
    expect(await names({ type: 6 })).toEqual({ platform: 'zoom', platformId })
    expect(await names({ type: undefined })).toEqual(inRoom)
  })

  test('of which one cannot be read or has no key are left out with the reason, and the others are there', async () => {
    const rows = [
      { ...dana, create_time: 'soon' },
      'Dana',
      { ...dana, id: '', email: 'masked***@almond.example' },
      dana,
    ]
    const bodies = { [listed('approved')]: { registrants: rows }, [listed('pending')]: none, [listed('denied')]: none }
    const { statements, skipped } = await stated('registrants', bodies)
    expect(statements.length).toBe(1)
    expect(skipped).toEqual([
      'A row of registrants was left out: create_time is no moment of the years 2000 to 2099.',
      'A row of registrants was left out: it is no object.',
      'A row of registrants was left out: it has neither an id nor an e-mail address.',
    ])
  })

  test('who did not come are listed by the room too, under the same ids', async () => {
    const absent = await stated('absentees', {
      [`/past_webinars/${twice}/absentees?page_size=300`]: {
        registrants: [{ ...dana, status: 'approved' }],
        next_page_token: '',
      },
    })
    const bodies = {
      [listed('approved')]: { registrants: [dana] },
      [listed('pending')]: none,
      [listed('denied')]: none,
    }
    expect(absent.statements).toEqual((await stated('registrants', bodies)).statements)
  })
})

describe('panelists', () => {
  test('were staff from the start of the room on; one without an address cannot be told', async () => {
    const body = {
      panelists: [
        { id: 'p1', name: 'Gil', email: 'Gil@Almond.example' },
        { id: 'p2', name: 'Guest', email: '' },
      ],
    }
    const { statements, skipped } = await stated('panelists', { [`/webinars/${platformId}/panelists`]: body })
    expect(statements).toEqual([
      {
        id: `zoom/report/staffed/${uuid}/panelist/gil@almond.example`,
        type: 'webinar.staffed',
        time: startedAt,
        webinar: inRoom,
        person: { platform: 'zoom', email: 'gil@almond.example' },
        data: { role: 'panelist' },
      },
    ])
    expect(skipped).toEqual(['A row of panelists was left out: it has neither an id nor an e-mail address.'])
  })
})

describe('the attendance', () => {
  const path = `/report/webinars/${twice}/participants?page_size=300&include_fields=registrant_id`
  const row = {
    ...{
      id: '',
      user_id: '16778240',
      participant_user_id: '',
      registrant_id: 'Rg1',
      name: ' Dana לוי ',
      user_email: 'private@mailbox.example',
    },
    ...{
      join_time: '2026-04-01T10:59:00Z',
      leave_time: '2026-04-01T11:30:05Z',
      duration: 1865,
      failover: false,
      status: 'in_meeting',
    },
  }
  const attended = async (...rows: object[]) =>
    stated('participants', { [path]: { participants: rows, next_page_token: '' } })

  test('is one stay a row, on the very connection of the webhooks; the registrant is told by the id', async () => {
    const { statements } = await attended(row)
    expect(statements).toEqual([
      {
        id: `zoom/report/attended/${uuid}/16778240/${at('10:59:00')}`,
        type: 'webinar.attended',
        time: at('11:30:05'),
        webinar: inRoom,
        person: { platform: 'zoom', registrantId: 'Rg1', email: 'private@mailbox.example' },
        connection: `${uuid}/16778240`,
        data: { joinedAt: at('10:59:00'), leftAt: at('11:30:05'), name: 'Dana לוי', evidence: 'report' },
      },
    ])
  })

  test('of somebody without any key, of a phone, or of an account that shows no names stays unidentified', async () => {
    const blank = { ...row, registrant_id: '', user_email: '', name: '' }
    const { statements } = await attended(blank, { ...blank, user_id: '2', name: '972501234567' })
    expect(statements.map((statement) => statement.person)).toEqual([undefined, undefined])
    expect(statements.map(({ data }) => data)).toMatchObject([{ joinedAt: at('10:59:00') }, { name: '972501234567' }])
  })

  test('takes a Zoom user, where there is neither registrant nor address, and the host as staff by either key', async () => {
    const user = { ...row, registrant_id: '', user_email: '', id: 'uSeR' }
    const { statements } = await attended(
      user,
      { ...user, user_id: '2', participant_user_id: 'hOsT' },
      { ...user, user_id: '3', id: '', user_email: 'Maya@almond.example' },
    )
    expect(statements.map(({ type, person }) => [type, person])).toEqual([
      ['webinar.attended', { platform: 'zoom', userId: 'uSeR' }],
      ['webinar.attended', { platform: 'zoom', userId: 'hOsT' }],
      ['webinar.staffed', { platform: 'zoom', userId: 'hOsT' }],
      ['webinar.attended', { platform: 'zoom', email: 'maya@almond.example' }],
      ['webinar.staffed', { platform: 'zoom', email: 'maya@almond.example' }],
    ])
  })

  test('leaves out whoever was never let in, and says of what else it leaves out why', async () => {
    const { statements, skipped } = await attended(
      { ...row, status: 'in_waiting_room' },
      { ...row, leave_time: '' },
      { ...row, leave_time: '2026-04-01T10:00:00Z' },
      { ...row, leave_time: row.join_time },
    )
    expect(statements.map(({ data }) => data)).toMatchObject([{ joinedAt: at('10:59:00'), leftAt: at('10:59:00') }])
    expect(skipped).toEqual([
      'A row of participants was left out: it does not say when.',
      'A row of participants was left out: it leaves before it joins.',
    ])
  })

  test('without the id of a connection goes by who it was and when', async () => {
    const { statements } = await attended(
      { ...row, user_id: '' },
      { ...row, user_id: '', registrant_id: '', user_email: '', name: 'iPhone' },
    )
    const stay = `${at('10:59:00')}/${at('11:30:05')}`
    expect(statements.map(({ id, connection }) => [id, connection])).toEqual([
      [`zoom/report/attended/${uuid}/${stay}/r:Rg1`, undefined],
      [`zoom/report/attended/${uuid}/${stay}/n:iPhone`, undefined],
    ])
  })

  test('counts the rows of each page', async () => {
    const pages = await read('participants', {
      [path]: { participants: [row, { ...row, user_id: '2' }], next_page_token: 'n2' },
      [`${path}&next_page_token=n2`]: { participants: [{ ...row, user_id: '3' }], next_page_token: '' },
    })
    expect(pages.map(({ rows, next }) => [rows, next])).toEqual([
      [2, { token: 'n2' }],
      [1, null],
    ])
  })
})

describe('what people said', () => {
  const minute = at('10:58:00')
  const gil = { email: 'Gil@Firm.example', name: 'Gil' }
  const anonymous = { email: '', name: 'Anonymous Attendee' }

  test('in polls is one answer a person, poll and launch; several choices are one answer', async () => {
    const answer = {
      question: 'Which?\n(several)',
      answer: 'Tape;Disk',
      polling_id: 'x',
      date_time: '2026-04-01T11:20:31Z',
    }
    const body = {
      start_time: '2026-04-01T10:58:02Z',
      questions: [
        { ...gil, question_details: [answer, { ...answer, question: 'Ready?', answer: '' }] },
        { ...anonymous, question_details: [answer] },
        { ...anonymous, question_details: [answer] },
      ],
    }
    const { statements, skipped } = await stated('polls', { [`/report/webinars/${twice}/polls`]: body })
    const id = (who: string) => `zoom/poll/${platformId}/${minute}/${who}/${at('11:20:00')}/Which? (several)`
    const said = {
      type: 'poll.answered',
      time: at('11:20:31'),
      webinar: inRoom,
      data: { poll: 'Which?\n(several)', answer: 'Tape; Disk' },
    }
    expect(statements).toEqual([
      { id: id('e:gil@firm.example'), ...said, person: { platform: 'zoom', email: 'gil@firm.example' } },
      { id: `${id('n:anonymous attendee')}/Tape; Disk/1`, ...said },
      { id: `${id('n:anonymous attendee')}/Tape; Disk/2`, ...said },
    ])
    expect(skipped).toEqual(['A row of polls was left out: it has no text.'])
  })

  test('as questions is one a person and text, with the answer if there was one', async () => {
    const question = {
      question_id: 'q',
      question: 'How\nmuch?',
      question_status: 'open',
      answer: '',
      create_time: '2026-04-01T11:31:00Z',
    }
    const body = {
      start_time: '2026-04-01T10:58:02Z',
      questions: [
        { ...gil, user_id: 'uSeR', question_details: [question] },
        { ...anonymous, question_details: [{ ...question, answer: 'live answered', create_time: undefined }] },
      ],
    }
    const { statements } = await stated('questions', { [`/report/webinars/${twice}/qa`]: body })
    const id = (who: string) => `zoom/question/${platformId}/${minute}/${who}/How much?`
    expect(statements).toEqual([
      {
        id: id('e:gil@firm.example'),
        type: 'question.asked',
        time: at('11:31:00'),
        webinar: inRoom,
        person: { platform: 'zoom', email: 'gil@firm.example' },
        data: { text: 'How\nmuch?', answer: '' },
      },
      {
        id: id('n:anonymous attendee'),
        type: 'question.asked',
        time: startedAt + 60_000,
        webinar: inRoom,
        data: { text: 'How\nmuch?', answer: 'live answered' },
      },
    ])
  })

  test('in the survey is one a person; open are the answers that Zoom has them write', async () => {
    const details = [
      { question: '1. How useful?', question_id: '1', answer: '5', date_time: '2026-04-01T12:10:00Z' },
      {
        question: '2. What next? (Long answer)',
        question_id: '2',
        answer: 'Prices',
        date_time: '2026-04-01T12:10:09Z',
      },
      { question: '3. Else?', question_id: '3', answer: '', date_time: '2026-04-01T12:10:09Z' },
    ]
    const report = { start_time: '2026-04-01T10:58:02Z', survey_answers: [{ ...gil, answer_details: details }] }
    const survey = {
      custom_survey: {
        questions: [
          { name: 'How useful?', type: 'rating_scale' },
          { name: 'What next?', type: 'long_answer' },
        ],
      },
    }
    const reported = { [`/report/webinars/${twice}/survey`]: report }
    const answers = (open: boolean) => [
      { question: '1. How useful?', answer: '5', open: false },
      { question: '2. What next? (Long answer)', answer: 'Prices', open },
    ]
    const { statements } = await stated('survey', { ...reported, [`/webinars/${platformId}/survey`]: survey })
    expect(statements).toEqual([
      {
        id: `zoom/survey/${platformId}/${minute}/e:gil@firm.example`,
        type: 'survey.submitted',
        time: at('12:10:09'),
        webinar: inRoom,
        person: { platform: 'zoom', email: 'gil@firm.example' },
        data: { answers: answers(true) },
      },
    ])
    // Zoom no longer knows the questions.
    expect((await stated('survey', reported)).statements[0]!.data).toEqual({ answers: answers(false) })
    const lacking = await stated('survey', {
      ...reported,
      [`/webinars/${platformId}/survey`]: refusing(400, 4711, 'No scope.'),
    })
    expect([lacking.statements.length, lacking.lacks]).toEqual([
      1,
      [expect.stringContaining('webinar:read:survey:admin')],
    ])
  })

  test('goes by the start that webhooks told, where they did: files go by it too', async () => {
    const question = { question: 'How much?', create_time: '2026-04-01T11:31:00Z' }
    const body = { start_time: '2026-04-01T10:58:02Z', questions: [{ ...gil, question_details: [question] }] }
    const { statements } = await stated(
      'questions',
      { [`/report/webinars/${twice}/qa`]: body },
      { ...room, toldStart: at('10:57:59') },
    )
    expect(statements[0]!.id).toBe(`zoom/question/${platformId}/${at('10:57:00')}/e:gil@firm.example/How much?`)
  })

  test('by nobody is nothing, and is not asked further about', async () => {
    const { api, asked } = answering({ [`/report/webinars/${twice}/survey`]: { survey_answers: [] } })
    expect(await pagesOf(api, stepOf('survey'), { ...room })).toMatchObject([{ statements: [], next: null }])
    expect(asked.length).toBe(1)
  })
})

describe('tracking sources', () => {
  test('tell by which link a registrant came; those without a name tell nothing', async () => {
    const sources = {
      tracking_sources: [
        { id: '20', source_name: 'Newsletter' },
        { id: '10', source_name: 'LinkedIn' },
        { id: '30', source_name: '' },
      ],
    }
    const of = (id: string) => `/webinars/${platformId}/registrants?tracking_source_id=${id}&page_size=300`
    const bodies = {
      [`/webinars/${platformId}/tracking_sources`]: sources,
      [of('10')]: { registrants: [], next_page_token: '' },
      [of('20')]: { registrants: [dana], next_page_token: '' },
    }
    const { statements } = await stated('tracking', bodies)
    expect(statements).toEqual([
      {
        id: `zoom/report/tracking_source/${platformId}/Rg1`,
        type: 'profile.updated',
        time: signedUpAt,
        person,
        profile: { attributes: { 'Tracking source': 'Newsletter' } },
        data: {},
      },
    ])
  })

  test('are often none', async () => {
    const { statements } = await stated('tracking', {
      [`/webinars/${platformId}/tracking_sources`]: { total_records: 0, tracking_sources: [] },
    })
    expect(statements).toEqual([])
  })
})

describe('the replay', () => {
  test('is the recording with the ids of the webhook', async () => {
    const part = { meeting_id: uuid, recording_start: '2026-04-01T11:00:00Z', recording_end: '2026-04-01T12:02:00Z' }
    const body = {
      ...{
        uuid,
        id: '84211905573',
        host_id: 'hOsT',
        topic: 'Backup',
        type: '5',
        start_time: '2026-04-01T10:58:02Z',
        duration: 62,
        timezone: '',
      },
      recording_files: [
        { ...part, id: 'f1', file_type: 'MP4' },
        { ...part, id: 'f2', file_type: 'M4A' },
        { ...part, file_type: 'TIMELINE' },
      ],
    }
    const { statements } = await stated('recordings', { [`/meetings/${twice}/recordings`]: body })
    expect(statements).toEqual([
      {
        id: `zoom/recorded/${uuid}/f1`,
        type: 'webinar.recorded',
        time: at('12:02:00'),
        webinar: inRoom,
        data: { mediaSeconds: 3720 },
      },
      {
        id: `zoom/mentioned/${platformId}/room/${uuid}/0/0//hOsT/Backup`,
        type: 'webinar.mentioned',
        time: 0,
        webinar: inRoom,
        data: { topic: 'Backup', hostId: 'hOsT' },
      },
    ])
  })

  const viewed = (from: string, to: string) =>
    `/meetings/${twice}/recordings/analytics_details?from=${from}&to=${to}&type=by_view&page_size=300`

  test('was watched by whoever left an address, for so many seconds', async () => {
    const rows = [
      { date_time: '2026-04-02T08:00:00Z', name: 'Dana', email: 'Dana@almond.example', duration: 600 },
      { date_time: '2026-04-02T09:00:00Z', name: 'Viewer', email: '', duration: 75 },
      { date_time: '2026-04-02T09:30:00Z', name: 'Nobody', email: '', duration: 0 },
    ]
    const { statements } = await stated('replay_views', {
      [viewed('2026-04-01', '2026-04-03')]: { analytics_details: rows },
    })
    const from = Date.parse('2026-04-02T08:00:00Z')
    expect(statements).toEqual([
      {
        id: `zoom/replay_viewed/${uuid}/${from}/e:dana@almond.example`,
        type: 'replay.watched',
        time: from + 600_000,
        webinar: inRoom,
        person: { platform: 'zoom', email: 'dana@almond.example' },
        data: { watchedSeconds: 600 },
      },
      {
        id: `zoom/replay_viewed/${uuid}/${from + 3_600_000}/n:Viewer`,
        type: 'replay.watched',
        time: from + 3_675_000,
        webinar: inRoom,
        data: { watchedSeconds: 75 },
      },
    ])
  })

  test('is asked for in stretches of 30 days from the webinar until now, at most half a year back', async () => {
    const asked = async (started: string) => {
      const day = (text: string, days: number) =>
        new Date(Date.parse(text) + days * 86_400_000).toISOString().slice(0, 10)
      const bodies: Record<string, unknown> = {}
      for (let from = started; Date.parse(from) <= now; from = day(from, 30)) {
        const to = day(from, 29)
        bodies[viewed(from, Date.parse(to) > now ? '2026-04-03' : to)] = { analytics_details: [] }
      }
      const { api, asked } = answering(bodies)
      await pagesOf(api, stepOf('replay_views'), { ...room, startedAt: Date.parse(`${started}T10:00:00Z`) })
      return asked.map((path) => /from=([\d-]+)&to=([\d-]+)/.exec(path)!.slice(1))
    }
    expect(await asked('2026-04-03')).toEqual([['2026-04-03', '2026-04-03']])
    expect(await asked('2026-02-01')).toEqual([
      ['2026-02-01', '2026-03-02'],
      ['2026-03-03', '2026-04-01'],
      ['2026-04-02', '2026-04-03'],
    ])
    const old = await asked('2025-01-01')
    expect([old.length, old[0]![0]! <= '2025-10-05', old.at(-1)![1]]).toEqual([7, true, '2026-04-03'])
  })

  test('was signed up for by whoever was let in or still waits, by the address, as of the end of the webinar', async () => {
    const listed = (status: string) => `/meetings/${platformId}/recordings/registrants?status=${status}&page_size=300`
    const { create_time: _, ...row } = { ...dana, id: 'ofTheRecording' }
    const { statements } = await stated('replay_registrants', {
      [listed('approved')]: { registrants: [row] },
      [listed('pending')]: { registrants: [] },
    })
    expect(statements).toEqual([
      {
        id: `zoom/report/replay_registered/${uuid}/dana@almond.example`,
        type: 'replay.registered',
        time: endedAt,
        webinar: inRoom,
        person: { platform: 'zoom', email: 'dana@almond.example' },
        profile,
        data: {},
      },
    ])
  })
})

test('an answer that has no list, or something else in its place, is no answer', async () => {
  const { api } = answering({ [`/webinars/${platformId}/panelists`]: { panelists: 'none' } })
  await expect(stepOf('panelists').page(api, room, {})).rejects.toMatchObject({
    kind: 'unavailable',
    message: expect.stringContaining('panelists is no list'),
  })
})
