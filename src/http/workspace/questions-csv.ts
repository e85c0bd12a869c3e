import type { QuestionRow } from '../../workspace/questions.ts'
import type { TopicAndDay } from '../../workspace/topic-and-day.ts'
import type { CsvProfile } from '../csv.ts'
import { type Column, csvDownload } from '../csv-download.ts'
import { fileName } from '../file-name.ts'

const columns: Column<QuestionRow>[] = [
  ['Time', (row) => row.at],
  ['Live second', (row) => row.second],
  ['Said in', (row) => row.where],
  ['Name', (row) => row.person?.name ?? row.shownName],
  ['E-mail', (row) => row.person?.email ?? null],
  ['Company', (row) => row.person?.company ?? null],
  ['Job title', (row) => row.person?.jobTitle ?? null],
  ['Score', (row) => row.person?.score ?? null],
  ['Stage', (row) => row.person?.stage ?? null],
  ['Asked', (row) => row.asked],
  ['Text', (row) => row.text],
  ['Answer', (row) => row.answer],
  ['Buying topics', (row) => eachOnce(row.buying.map(({ topic }) => topic)).join(' ')],
  ['Buying words', (row) => eachOnce(row.buying.map(({ at, length }) => row.text.slice(at, at + length))).join(', ')],
  ['Staff', (row) => row.staff],
  ['Person', (row) => row.person?.id ?? null],
]

export function questionsCsv(rows: Iterable<QuestionRow>, name: string, profile: CsvProfile): Response {
  return csvDownload(columns, rows, name, profile)
}

interface Narrowed {
  topic?: string | undefined
  buying?: string | undefined
  where?: string | undefined
  q?: string | undefined
}

/** The webinar's topic and day, and what the list is narrowed down by. */
export function questionsName({ topic, day }: TopicAndDay, by: Narrowed, profile: CsvProfile): string {
  return fileName([
    topic || 'webinar',
    day,
    'questions',
    by.topic?.replaceAll('_', ' '),
    by.buying === 'true' ? 'buying' : null,
    by.where?.replaceAll('_', ' '),
    by.q,
    profile === 'crm' ? 'crm' : null,
  ])
}

function eachOnce(words: readonly string[]): string[] {
  return [...new Set(words)]
}
