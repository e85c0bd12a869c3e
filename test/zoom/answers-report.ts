import { zoomTime as iso } from '../../src/demo/zoom/webhook.ts'
import type { Asked } from './answers.ts'
import { MINUTE, SECOND, type ToldInstance, type ToldWebinar } from './story.ts'

/** A report is whole half an hour after the end. */
const lag = 30 * MINUTE

export function detailOf({ id, topic, type, host }: ToldWebinar, { uuid, from, to, stays }: ToldInstance): object {
  const minutes = stays.reduce((sum, stay) => sum + Math.ceil((stay.to - stay.from) / MINUTE), 0)
  return {
    ...{
      uuid,
      id: Number(id),
      type,
      topic,
      user_name: 'Maya Rosen',
      user_email: host.email,
      dept: '',
      custom_keys: [],
      tracking_fields: [],
    },
    ...{
      start_time: iso(from),
      end_time: iso(to),
      duration: Math.round((to - from) / MINUTE),
      total_minutes: minutes,
      participants_count: stays.length,
    },
  }
}

/** One row a connection; of a report that is not whole yet the first part. One row in fifty is given twice. */
export function attendanceReport({ to, stays }: ToldInstance, { query, now }: Asked, blank: boolean): object[] {
  const keyed = query.get('include_fields')?.split(',').includes('registrant_id')
  const rows = stays.flatMap((stay, i) => {
    const { session, user = '', name, email, registrant, from, to, waiting } = stay
    const row = {
      ...{
        id: user,
        user_id: session,
        participant_user_id: user,
        name: blank ? '' : name,
        user_email: blank ? '' : email,
      },
      ...{
        join_time: iso(from),
        leave_time: iso(to),
        duration: (to - from) / SECOND,
        failover: false,
        status: waiting ? 'in_waiting_room' : 'in_meeting',
      },
      ...(keyed && { registrant_id: registrant ?? '' }),
    }
    return i % 50 === 7 ? [row, row] : [row]
  })
  return rows.slice(0, Math.floor(rows.length * Math.min(1, (now - to) / lag)))
}

export function pollReport({ id }: ToldWebinar, { uuid, from, to, polls }: ToldInstance, { now }: Asked): object {
  const answers = polls.flatMap(({ title, question, answers }) =>
    answers.map((answer) => ({ ...answer, question, polling_id: title.slice(0, 10) })),
  )
  const questions =
    now < to + lag
      ? []
      : byPerson(answers).map(({ email, name, own }) => ({
          ...{ email, name, first_name: name.split(' ')[0], last_name: name.split(' ').slice(1).join(' ') },
          question_details: own.map(({ question, answer, at, polling_id }) => ({
            question,
            answer,
            polling_id,
            date_time: iso(at),
          })),
        }))
  return { id: Number(id), uuid, start_time: iso(from), questions }
}

export function questionReport(
  { id }: ToldWebinar,
  { uuid, from, to, questions }: ToldInstance,
  { now }: Asked,
): object {
  const asked =
    now < to + lag
      ? []
      : byPerson(questions).map(({ email, name, own }) => ({
          ...{ user_id: '', email, name },
          question_details: own.map(({ id, text, at, answer }) => ({
            ...{
              question_id: id,
              question: text,
              create_time: iso(at),
              question_status: answer ? 'answered' : 'open',
              answer,
            },
            answer_details: answer
              ? [
                  {
                    user_id: 'x',
                    name: 'Gil Harari',
                    email: 'gil@ripen-customer.example',
                    content: answer,
                    create_time: iso(at + MINUTE),
                    type: 'host_answered',
                  },
                ]
              : [],
          })),
        }))
  return { id: Number(id), uuid, start_time: iso(from), questions: asked }
}

export function surveyReport({ id }: ToldWebinar, { uuid, from, to, survey }: ToldInstance, { now }: Asked): object {
  const given = survey.filter(({ at }) => now >= to + lag && at <= now)
  return {
    ...{
      webinar_id: Number(id),
      webinar_uuid: uuid,
      start_time: iso(from),
      survey_id: 'sUrVeY',
      survey_name: 'Survey',
    },
    survey_answers: given.map(({ email, name, at, answers }) => ({
      ...{ email, name, first_name: name, last_name: '' },
      answer_details: answers.map(({ question, answer }, i) => ({
        question,
        question_id: String(i),
        answer,
        date_time: iso(at),
      })),
    })),
  }
}

/** Whoever has an address has one entry; the anonymous have one each. */
function byPerson<T extends { email: string; name: string }>(
  entries: readonly T[],
): { email: string; name: string; own: T[] }[] {
  const people = new Map<string, { email: string; name: string; own: T[] }>()
  for (const [i, entry] of entries.entries()) {
    const key = entry.email || `nobody ${i}`
    const known = people.get(key) ?? { email: entry.email, name: entry.name, own: [] }
    known.own.push(entry)
    people.set(key, known)
  }
  return [...people.values()]
}
