import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { WebinarPullsAnswer } from '../../../src/http/workspace/pull-shape.ts'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { webinarKey } from '../../live.ts'
import type { WorkspaceApi } from '../../workspace-api.ts'

type WebinarState = WebinarRow['state']

// Beside the changes that the server tells of, what moves by the clock alone is asked for once a minute.
const minute = 60_000
const often = 2_000

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

/** While something is being fetched it is asked for often, and else only where that may begin by itself. */
export function pullsQuery(api: WorkspaceApi, slug: string, id: string, state: WebinarState) {
  return queryOptions({
    queryKey: [slug, 'pulls', id],
    queryFn: async ({ signal }) => (await api.pulls.pulls.$get({ param: { id } }, { init: { signal } })).json(),
    refetchInterval: ({ state: { data } }) => {
      if (data && (data.isRunning || begins(data))) return often
      return state === 'live' || data?.nextAt ? minute : false
    },
  })
}

/** Whether something is to be fetched at once. */
export function begins({ nextAt, isRunning }: WebinarPullsAnswer): boolean {
  return !isRunning && nextAt !== null && Date.parse(nextAt) <= Date.now()
}

/** Everybody's stays are read for it, so it is asked for at its own pace and not at every change. */
export function audienceQuery(api: WorkspaceApi, slug: string, id: string, state: WebinarState) {
  return queryOptions({
    queryKey: [slug, 'audience', id, state],
    queryFn: async ({ signal }) =>
      (await api.figures.audience.$get({ param: { id }, query: {} }, { init: { signal } })).json(),
    placeholderData: keepPreviousData,
    refetchInterval: state === 'live' ? 10_000 : false,
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
