import { queryOptions, useQuery } from '@tanstack/react-query'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { useSlug } from '../../session.ts'
import { advertisedStart } from '../../when.ts'
import { useApi, type WorkspaceApi } from '../../workspace-api.ts'

const soonMs = 3_600_000

/** How often the list is asked for anew by itself: while something runs or begins within the hour. */
export function refreshEvery(webinars: readonly WebinarRow[], now: number): number | false {
  if (webinars.some(({ state }) => state === 'live')) return 5_000
  const isSoon = webinars.some((webinar) => {
    const start = advertisedStart(webinar)
    return webinar.state === 'scheduled' && start !== null && Date.parse(start) - now < soonMs
  })
  return isSoon ? 20_000 : false
}

export function webinarsQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [slug, 'webinars'],
    queryFn: async ({ signal }) => (await (await api.webinars.$get({}, { init: { signal } })).json()).items,
    refetchInterval: ({ state }) => refreshEvery(state.data ?? [], Date.now()),
  })
}

export function useWebinars() {
  return useQuery(webinarsQuery(useApi(), useSlug()))
}
