import { FUNNEL_STEPS } from '../../../../src/domain/funnel.ts'
import { ORDERS } from '../../../../src/domain/ranking.ts'
import { STAGES } from '../../../../src/domain/stage.ts'

export const temperatures = ['hot', 'warm', 'cold'] as const
export const presences = ['live', 'replay', 'no_show'] as const

const known: Record<string, readonly string[]> = {
  temperature: temperatures,
  attended: presences,
  stage: STAGES,
  reached: FUNNEL_STEPS,
  sort: ORDERS,
}

/** What a ranking is asked for, in the words of the address and of the call alike. */
export interface Filters {
  temperature?: string
  attended?: string
  stage?: string
  reached?: string
  minScore?: string
  q?: string
  /** `true`: spoke of buying at all; else a topic of the formula. */
  buying?: string
  sort?: string
}

/** Reads them from the screen's address; what no ranking understands is left out. */
export function filtersOf(params: URLSearchParams): Filters {
  const filters: Filters = {}
  for (const [name, words] of Object.entries(known)) {
    const value = params.get(name)
    if (value && words.includes(value)) filters[name as keyof Filters] = value
  }
  const minScore = params.get('minScore')?.trim() ?? ''
  if (/^-?\d{1,9}(\.\d+)?$/.test(minScore)) filters.minScore = minScore
  const q = params.get('q')?.trim()
  if (q) filters.q = q
  const buying = params.get('buying')
  if (buying && /^[a-z][a-z0-9_]*$/.test(buying)) filters.buying = buying
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

/** Takes all of them away but the order. */
export const noFilters: Filters = {
  temperature: '',
  attended: '',
  stage: '',
  reached: '',
  minScore: '',
  q: '',
  buying: '',
}

export function isFiltered(filters: Filters): boolean {
  return Object.keys(noFilters).some((name) => filters[name as keyof Filters])
}
