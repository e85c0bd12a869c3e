import { QUESTION_ORDERS, type QuestionOrder } from '../../../src/domain/questions.ts'
import { PLACES_SAID } from '../../../src/domain/said.ts'

/** What is asked of the list, in the words of the address and of the call alike. */
export interface Filters {
  /** A topic of the formula. */
  topic?: string
  buying?: 'true'
  where?: string
  q?: string
  staff?: 'true'
  sort?: QuestionOrder
}

/** Reads them from the screen's address; what no list understands is left out. */
export function filtersOf(params: URLSearchParams): Filters {
  const filters: Filters = {}
  const topic = params.get('topic') ?? ''
  const where = PLACES_SAID.find((each) => each === params.get('where'))
  const sort = QUESTION_ORDERS.find((each) => each === params.get('sort'))
  const q = params.get('q')?.trim()
  if (/^[a-z][a-z0-9_]*$/.test(topic)) filters.topic = topic
  if (params.get('buying') === 'true') filters.buying = 'true'
  if (where) filters.where = where
  if (q) filters.q = q
  if (params.get('staff') === 'true') filters.staff = 'true'
  if (sort) filters.sort = sort
  return filters
}

/** The address with some of them changed; an empty value takes one away. */
export function withFilters(
  params: URLSearchParams,
  changed: { [Name in keyof Filters]?: Filters[Name] | '' },
): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changed))
    if (value) next.set(name, value)
    else next.delete(name)
  return next
}

/** Takes all of them away but the order. */
export const noFilters = { topic: '', buying: '', where: '', q: '', staff: '' } as const

export function isFiltered({ topic, buying, where, q }: Filters): boolean {
  return Boolean(topic || buying || where || q)
}
