const names = [
  'temperature',
  'stage',
  'grade',
  'minScore',
  'maxScore',
  'q',
  'company',
  'domain',
  'webinar',
  'attended',
  'activeSince',
  'activeWithinDays',
  'buying',
  'mail',
] as const

export type FilterName = (typeof names)[number]

/** What the list is asked for, in the words of the address and of the call alike. */
export type Filters = Partial<Record<FilterName, string>>

/** Reads them from the screen's address. */
export function filtersOf(params: URLSearchParams): Filters {
  const filters: Filters = {}
  for (const name of names) {
    const value = params.get(name)?.trim()
    if (value) filters[name] = value
  }
  // What somebody did is asked of one webinar.
  if (!filters.webinar) delete filters.attended
  return filters
}

/** The address with some of them changed; an empty value takes one away. */
export function withFilters(params: URLSearchParams, changed: Filters): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changed))
    if (value) next.set(name, value)
    else next.delete(name)
  return next
}

/** Filters as a segment keeps them, in the words of an address. */
export function filtersOfSegment(filters: object): Filters {
  return Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(value)]))
}

/** The same as a segment keeps them. */
export function segmentFiltersOf(filters: Filters): object {
  return Object.fromEntries(
    Object.entries(filters).map(([name, value]) => {
      if (name === 'stage' || name === 'temperature' || name === 'grade') return [name, value.split(',')]
      if (name === 'minScore' || name === 'maxScore' || name === 'activeWithinDays') return [name, Number(value)]
      return [name, value]
    }),
  )
}

/** Whether two ask for the same people. */
export function isSame(one: Filters, other: Filters): boolean {
  return names.every((name) => one[name] === other[name])
}
