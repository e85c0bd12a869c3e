import type { Context } from 'hono'
import type { Doer } from '../../../domain/audit.ts'
import { exportPeopleInSteps, type PeopleExport } from '../../../workspace/export/listed.ts'
import { inSteps } from '../../../workspace/in-steps.ts'
import { compiledModel } from '../../../workspace/live-models.ts'
import { filterQuery } from '../../../workspace/people/filters.ts'
import { csvDownload } from '../../csv-download.ts'
import { fileName } from '../../file-name.ts'
import type { WorkspaceEnv } from '../routes.ts'
import { type About, dayOf } from './about.ts'
import { asAsked } from './as-asked.ts'
import { keptExport } from './kept.ts'
import { languageOf } from './language.ts'
import { listXlsx } from './list-xlsx.ts'
import { type ExportProfile, peopleList, readExportProfile, written } from './profiles.ts'
import { crmNames } from './ranking-name.ts'

type Call = Context<WorkspaceEnv>

/** The name that the filters have, and who made the file where that is not the caller. */
interface Made {
  segment: string | null
  by?: Doer
}

/** The people who match as a CSV. Refuses as `exportPeopleInSteps` does. */
export async function peopleCsv(
  c: Call,
  asked: PeopleExport,
  { profile: given, segment, by }: Made & { profile: string | undefined },
): Promise<Response> {
  const profile = readExportProfile(given)
  const { csv, needs, columns } = written[profile]
  const found = await inSteps(exportPeopleInSteps(c.env.ws, asked, needs))
  const about = aboutOf(c, asked, found, segment)
  const rows = keptExport(c, { ...fileOf(asked, segment), format: 'csv', profile }, found.rows, by)
  return asAsked(c.req.method, csvDownload(columns(about, peopleList), rows, nameOf(about, asked, profile), csv))
}

/** The same as a workbook. */
export async function peopleXlsx(
  c: Call,
  asked: PeopleExport,
  { lang, segment, by }: Made & { lang: string | undefined },
): Promise<Response> {
  const language = languageOf(lang, c.req.header('accept-language'))
  const found = await inSteps(exportPeopleInSteps(c.env.ws, asked, { contacts: true, withEmail: false }))
  const about = aboutOf(c, asked, found, segment)
  const name = nameOf(about, asked, 'workbook')
  const rows = keptExport(c, { ...fileOf(asked, segment), format: 'xlsx' }, found.rows, by)
  return asAsked(c.req.method, listXlsx(rows, about, { name, language, list: peopleList }))
}

/** What the log keeps of a file; of a segment its name says what it was narrowed down by. */
function fileOf({ filters, unsubscribed }: PeopleExport, segment: string | null) {
  const list = segment === null ? { list: 'people' as const } : { list: 'segment' as const, segment }
  return { ...list, query: filterQuery(filters), unsubscribed: unsubscribed === 'true' }
}

function aboutOf(
  c: Call,
  { filters, unsubscribed }: PeopleExport,
  { modelVersion, asOf, leftOut }: Pick<About, 'modelVersion' | 'asOf' | 'leftOut'>,
  segment: string | null,
): About {
  return {
    ...{ of: 'people', topic: segment, day: null, modelVersion, asOf, leftOut },
    unsubscribed: unsubscribed === 'true',
    filters: Object.entries(filterQuery(filters)),
    calendar: compiledModel(c.env.ws, modelVersion).calendar,
  }
}

/** The segment, else what the list is narrowed down by; the day, and for which CRM it is. */
function nameOf(about: About, { filters, unsubscribed }: PeopleExport, profile: ExportProfile | 'workbook'): string {
  const { webinar, ...rest } = filterQuery(filters)
  const narrowed = Object.entries(rest).map(([name, value]) => spoken[name]?.(value) ?? value.replaceAll('_', ' '))
  return fileName([
    ...(about.topic === null
      ? ['people', ...(webinar ? ['of a webinar'] : []), ...narrowed.slice(0, 6)]
      : [about.topic]),
    dayOf(about, about.asOf),
    unsubscribed === 'true' ? 'with unsubscribed' : null,
    crmNames[profile],
  ])
}

const spoken: Record<string, (value: string) => string> = {
  grade: (value) => `grade ${value}`,
  minScore: (value) => `score from ${value}`,
  maxScore: (value) => `score up to ${value}`,
  activeSince: (value) => `active since ${value.slice(0, 10)}`,
  activeWithinDays: (value) => `last ${value} days`,
  buying: (value) => (value === 'true' ? 'buying' : `buying ${value.replaceAll('_', ' ')}`),
  mail: (value) => `mail ${value}`,
}
