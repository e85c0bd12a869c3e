import { Refused } from '../../domain/refusal.ts'
import { type SegmentFilters, segmentFilters } from '../../domain/segment-filters.ts'
import { presences } from '../ranking-query.ts'

/** The filters of a list of people, as they stand in a URL; several words of one are joined by commas. */
export type PeopleFilterQuery = { [Name in keyof SegmentFilters]?: string | undefined }

const lists = ['stage', 'temperature', 'grade'] as const
const numbers = ['minScore', 'maxScore', 'activeWithinDays'] as const
const texts = ['q', 'company', 'domain', 'webinar', 'activeSince', 'buying', 'mail'] as const

/** The names of all filters, in the order in which a file and a refusal name them. */
export const FILTERS = [...lists, ...numbers, ...texts, 'attended'] as const

/** The same, understood; what is blank is not asked. Throws `Refused('invalid')` that names the field. */
export function readPeopleFilters(query: PeopleFilterQuery): SegmentFilters {
  const given: Record<string, unknown> = {}
  const each = (names: readonly (keyof SegmentFilters)[], read: (text: string) => unknown) => {
    for (const name of names) {
      const text = query[name]?.trim()
      if (text) given[name] = read(text)
    }
  }
  each(lists, (text) => text.split(','))
  each(numbers, (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text))
  each(texts, (text) => text)
  each(['attended'], (text) => presences.get(text) ?? text)
  return checkedFilters(given)
}

/** Filters from outside. Throws `Refused('invalid')` with the path of the first that cannot be. */
export function checkedFilters(given: unknown, at = ''): SegmentFilters {
  const { data, error } = segmentFilters.safeParse(given)
  if (data) return data
  const errors = error.issues.map(({ path, message, ...issue }) => {
    const unknown = 'keys' in issue ? issue.keys.slice(0, 1) : []
    return { field: [...(at ? [at] : []), ...path, ...unknown].join('.'), detail: message }
  })
  throw new Refused('invalid', errors.map(({ field, detail }) => `${field}: ${detail}`).join('; '), {
    field: errors[0]!.field,
    errors,
  })
}

/** The filters again as they stand in a URL. */
export function filterQuery(filters: SegmentFilters): Record<string, string> {
  return Object.fromEntries(
    FILTERS.flatMap((name) => (filters[name] === undefined ? [] : [[name, String(filters[name])]])),
  )
}
