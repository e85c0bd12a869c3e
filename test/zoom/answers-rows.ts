import { zoomTime as iso } from '../../src/demo/zoom/webhook.ts'
import type { Asked } from './answers.ts'
import { ZoomRefusal } from './refusal.ts'
import { DAY, MINUTE, type ToldInstance, type ToldRegistrant, type ToldWebinar } from './story.ts'

/** `from` and `to` are days in UTC, both included, at most a month apart. */
export function stretchOf({ query }: Asked): [number, number] {
  const [from, to] = ['from', 'to'].map((name) => Date.parse(`${query.get(name)}T00:00:00Z`)) as [number, number]
  if (!(to >= from)) throw new ZoomRefusal(400, 300, 'Validation Failed. from and to must be dates.')
  if (to - from > 31 * DAY) throw new ZoomRefusal(400, 300, 'The date range must be within one month.')
  return [from, to + DAY]
}

export function stateAt({ at, status, decidedAt = Infinity }: ToldRegistrant, now: number): string {
  if (at > now) return 'none'
  if (status === 'approved' || status === 'pending') return status
  return now >= decidedAt ? status : status === 'denied' ? 'pending' : 'approved'
}

export function lastUse({ startsAt, instances, occurrences }: ToldWebinar): number {
  return Math.max(startsAt, ...occurrences.map(({ startsAt }) => startsAt), ...instances.map(({ to }) => to))
}

/** As the API gives a registrant out: like a webhook, with the moment and without the source. */
export function registrantRow(person: ToldRegistrant, status: string): object {
  const { id, email, firstName, lastName, org, jobTitle, country, employees, comments, custom, at } = person
  return {
    ...{
      id,
      email,
      first_name: firstName,
      last_name: lastName,
      address: '',
      city: '',
      country,
      zip: '',
      state: '',
      phone: '',
    },
    ...{
      industry: '',
      org,
      job_title: jobTitle,
      purchasing_time_frame: '',
      role_in_purchase_process: '',
      no_of_employees: employees,
    },
    ...{
      comments,
      custom_questions: custom,
      status,
      create_time: iso(at),
      join_url: `https://zoom.example/w/1?tk=${id}`,
    },
  }
}

export function recordingOf(
  { id, topic, type, host, timezone }: ToldWebinar,
  { uuid, from, recording }: ToldInstance,
): object {
  const { id: file, from: start, to: end } = recording!
  const part = { id: file, meeting_id: uuid, recording_start: iso(start), recording_end: iso(end), status: 'completed' }
  return {
    ...{
      uuid,
      id: Number(id),
      account_id: 'aCcOuNt',
      host_id: host.id,
      topic,
      type: String(type),
      start_time: iso(from),
      timezone,
    },
    ...{
      duration: Math.round((end - start) / MINUTE),
      total_size: 3,
      recording_count: 2,
      share_url: 'https://zoom.example/rec/1',
    },
    recording_files: [
      { ...part, file_type: 'MP4', file_extension: 'MP4', recording_type: 'shared_screen_with_speaker_view' },
      { ...part, id: `${file}chat`, file_type: 'CHAT', file_extension: 'TXT', recording_type: 'chat_file' },
    ],
  }
}
