import { queryOptions } from '@tanstack/react-query'
import { webinarKey } from '../../live.ts'
import type { WorkspaceApi } from '../../workspace-api.ts'

// Beside the changes that the server tells of, what moves by the clock alone is asked for once a minute.
const minute = 60_000

export function webinarQuery(api: WorkspaceApi, slug: string, id: string) {
  return queryOptions({
    queryKey: [...webinarKey(slug, id), 'itself'],
    queryFn: async ({ signal }) => (await api.webinars[':id'].$get({ param: { id } }, { init: { signal } })).json(),
    refetchInterval: ({ state }) => (state.data?.state === 'ended' ? false : minute),
  })
}

export function figuresQuery(api: WorkspaceApi, slug: string, id: string) {
  return queryOptions({
    queryKey: [...webinarKey(slug, id), 'figures'],
    queryFn: async ({ signal }) => (await api.figures.figures.$get({ param: { id } }, { init: { signal } })).json(),
    refetchInterval: ({ state }) => (state.data?.state === 'live' ? minute : false),
  })
}

export function funnelQuery(api: WorkspaceApi, slug: string, id: string) {
  return queryOptions({
    queryKey: [...webinarKey(slug, id), 'funnel'],
    queryFn: async ({ signal }) =>
      (await api.figures.funnel.$get({ param: { id }, query: {} }, { init: { signal } })).json(),
  })
}

export function audienceQuery(api: WorkspaceApi, slug: string, id: string, isRunning: boolean) {
  return queryOptions({
    queryKey: [...webinarKey(slug, id), 'audience'],
    queryFn: async ({ signal }) =>
      (await api.figures.audience.$get({ param: { id }, query: {} }, { init: { signal } })).json(),
    refetchInterval: isRunning ? minute : false,
  })
}

/** The ledger of one of its people; it changes with the webinar. */
export function personQuery(api: WorkspaceApi, slug: string, id: string, person: string) {
  return queryOptions({
    queryKey: [...webinarKey(slug, id), 'person', person],
    queryFn: async ({ signal }) =>
      (await api.people[':id'].$get({ param: { id: person }, query: {} }, { init: { signal } })).json(),
  })
}
