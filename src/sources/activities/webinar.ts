import { z } from 'zod'
import type { ScheduleData } from '../../domain/fact.ts'
import type { WebinarName } from '../../domain/statement.ts'
import { cleanText, given } from '../text.ts'
import { minutes } from './measure.ts'
import { optional, optionalId, optionalText, word } from './text.ts'
import { time } from './time.ts'

/** `platform` of a name that carries Ripen's own webinar id in `platformId`: the workspace looks it up. */
export const ownWebinar = ''

const both = 'needs id (Ripen’s own), or platform and platformId'

const names = {
  id: optionalId.describe('The id by which Ripen lists the webinar'),
  platform: optional(word('zoom or generic')).describe('zoom, or any word for a platform that Ripen does not know'),
  platformId: optionalId.describe('The id of the webinar on that platform'),
  startsAt: optional(time).describe('Scheduled start: tells the occurrences of one platformId apart'),
}
const named = {
  anyOf: [['id'], ['platform', 'platformId']].map((required) => ({ type: 'object', required })),
}

const missing = {
  error: (issue: { input: unknown }) => (issue.input === undefined ? `is missing; ${both}` : undefined),
}

const partner = z
  .union(
    [z.string(), z.object({ name: z.string(), domains: z.array(z.string()).max(50).nullish() })],
    'expected the name of the partner, or an object {name, domains}',
  )
  .nullish()
  .transform((given) => {
    const { name, domains } =
      typeof given === 'string' ? { name: given, domains: [] } : (given ?? { name: '', domains: [] })
    const clean = cleanText(name, 200)
    const lower = (domains ?? []).map((domain) => domain.trim().toLowerCase().replace(/^@/, ''))
    return clean
      ? { name: clean, domains: lower.filter((domain) => /^[\p{L}\p{N}.-]{1,253}$/u.test(domain)) }
      : undefined
  })

/** The webinar that an activity names. */
export const webinarName = z
  .object(names, missing)
  .meta({ description: `The webinar: ${both}`, ...named })
  .transform(nameOf)

const described = {
  ...names,
  topic: optionalText(),
  kind: optional(word('educational, demo or customer_story')),
  partner: partner.describe('A brand with which the webinar is held, or an object {name, domains}'),
  durationMinutes: optional(minutes).describe('Planned length; 0 means unknown'),
}

/** The webinar of `webinar.started` and `.ended`: its name, and what is said about it. */
export const describedWebinar = z
  .object(described, missing)
  .meta({ description: `The webinar: ${both}`, ...named })
  .transform(describe)

/** The webinar of `webinar.scheduled`, which says when it is to start. */
export const scheduledWebinar = z
  .object({ ...described, startsAt: time.describe('Scheduled start') }, missing)
  .meta({ description: `The webinar: ${both}`, ...named })
  .transform(describe)

function describe(told: z.output<z.ZodObject<typeof described>>, context: z.RefinementCtx) {
  const { startsAt, topic, kind, partner, durationMinutes } = told
  const schedule: ScheduleData = { startsAt, topic, kind, partner, durationMinutes: durationMinutes || undefined }
  return { name: nameOf(told, context), schedule: given(schedule) }
}

interface GivenName {
  id?: string
  platform?: string
  platformId?: string
  startsAt?: number
}

function nameOf({ id, platform, platformId, startsAt }: GivenName, context: z.RefinementCtx): WebinarName {
  const complete = Boolean(platform) === Boolean(platformId)
  if (id && complete) return { platform: ownWebinar, platformId: id }
  if (!platform || !platformId) context.addIssue(both)
  const [on, of] = [platform ?? '', platformId ?? '']
  return given({ platform: on, platformId: written(on, of), at: startsAt })
}

/** Zoom shows its numbers in groups: 871 2345 6789. */
function written(platform: string, platformId: string): string {
  return platform === 'zoom' && /^[\d -]+$/.test(platformId) ? platformId.replace(/[ -]/g, '') : platformId
}
