import type { TopicAndDay } from '../../../workspace/topic-and-day.ts'
import { fileName } from '../../file-name.ts'
import type { ExportProfile } from './profiles.ts'

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
  unsubscribed?: string | undefined
}

export const crmNames: Partial<Record<ExportProfile | 'workbook', string>> = {
  crm: 'crm',
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  marketo: 'Marketo',
  pardot: 'Account Engagement',
}

const presences: Record<string, string> = { true: 'live', false: 'not live', no_show: 'no-shows' }

/** The webinar's topic and day, what the list is narrowed down by, and for which CRM it is. */
export function rankingName(
  { topic, day }: TopicAndDay,
  by: Narrowed,
  profile: ExportProfile | 'workbook' = 'workbook',
): string {
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
    by.unsubscribed === 'true' ? 'with unsubscribed' : null,
    crmNames[profile],
  ])
}
