import { queryOptions } from '@tanstack/react-query'
import type { AlertAnswer } from '../../src/http/workspace/alert-shape.ts'
import type { WorkspaceApi } from '../workspace-api.ts'

export type Alert = AlertAnswer

const everyMs = 5_000

/** What begins with this is asked again when an alert was taken, and when rules or channels changed. */
export const alertsKey = (slug: string) => [slug, 'alerts'] as const

/** How many nobody has taken, and which came last. `hidden`: asked also while nobody sees the tab. */
export function openQuery(api: WorkspaceApi, slug: string, { hidden = false } = {}) {
  return queryOptions({
    queryKey: [...alertsKey(slug), 'open'],
    queryFn: async ({ signal }) => (await api.alerts.open.$get({}, { init: { signal } })).json(),
    refetchInterval: everyMs,
    refetchIntervalInBackground: hidden,
    retry: false,
  })
}
