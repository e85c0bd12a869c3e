import type { RankedPerson } from '../../workspace/ranking.ts'
import type { TopicAndDay } from '../../workspace/topic-and-day.ts'
import type { CsvProfile } from '../csv.ts'
import { type Column, csvDownload, shareIn } from '../csv-download.ts'
import { fileName } from '../file-name.ts'

const columns: Column<RankedPerson>[] = [
  ['Rank', (row) => row.rank],
  ['E-mail', (row) => row.person.email],
  ['Name', (row) => row.person.name],
  ['Company', (row) => row.person.company],
  ['Job title', (row) => row.person.jobTitle],
  ['Score', (row) => row.score],
  ['Webinar points', (row) => row.webinarPoints],
  ['Grade', (row) => row.grade],
  ['Stage', (row) => row.stage],
  ['Temperature', (row) => row.temperature],
  ['Velocity', (row) => row.velocity],
  ['Live seconds', (row) => row.attendance.liveSeconds],
  ['On-demand seconds', (row) => row.attendance.replaySeconds],
  ['Share present', ({ attendance: { share } }, profile) => shareIn(profile, share)],
  ['Evidence', (row) => row.attendance.evidence],
  ['On-demand evidence', (row) => row.attendance.replayEvidence],
  ['Questions', (row) => row.questions],
  ['Poll answers', (row) => row.pollAnswers],
  ['Buying topics', (row) => row.buying.join(' ')],
  ['Last activity', (row) => row.lastActivityAt],
  ['Person', (row) => row.person.id],
]

/** The rows as a download. */
export function rankingCsv(rows: Iterable<RankedPerson>, name: string, profile: CsvProfile): Response {
  return csvDownload(columns, rows, name, profile)
}

/** What a list is narrowed down by; the order is not said. */
export interface Narrowed {
  temperature?: string | undefined
  stage?: string | undefined
  reached?: string | undefined
  grade?: string | undefined
  attended?: string | undefined
  minScore?: string | undefined
  q?: string | undefined
  buying?: string | undefined
  asOf?: string | undefined
  knownAt?: string | undefined
  model?: string | undefined
}

const presences: Record<string, string> = { true: 'live', false: 'not live', no_show: 'no-shows' }

/** The webinar's topic and day, what the list is narrowed down by, and whether it is for a CRM. */
export function rankingName({ topic, day }: TopicAndDay, by: Narrowed, profile: CsvProfile): string {
  const { temperature, stage, reached, grade, attended, minScore, q, buying, asOf, knownAt, model } = by
  return fileName([
    topic || 'webinar',
    day,
    temperature,
    stage?.replaceAll('_', ' '),
    reached && `reached ${reached.replaceAll('_', ' ')}`,
    grade && `grade ${grade}`,
    attended && (presences[attended] ?? attended),
    minScore && `score from ${minScore}`,
    q,
    buying && (buying === 'true' ? 'buying' : `buying ${buying.replaceAll('_', ' ')}`),
    asOf && `as of ${asOf.replaceAll(':', '')}`,
    knownAt && `known at ${knownAt.replaceAll(':', '')}`,
    model && `model ${model}`,
    profile === 'crm' ? 'crm' : null,
  ])
}
