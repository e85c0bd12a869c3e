import { queryOptions, useQuery } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { useSlug } from '../../session.ts'
import { useApi, type WorkspaceApi } from '../../workspace-api.ts'

const [often, seldom] = [2_000, 15_000]

export type Sources = InferResponseType<WorkspaceApi['sources']['$get'], 200>
export type Source = Sources['items'][number]
export type Other = Sources['others'][number]
export type Sent = Pick<Source, 'days' | 'lastDeliveryAt' | 'rejectedRecently'>

/** A source that waits for its platform is looked at all the time: this screen turns green by itself. */
function pauseAfter({ items }: Sources): number {
  const waits = items.some(
    ({ state, api }) => state !== 'delivering' || ['finding', 'fetching'].includes(api?.backfill?.state ?? ''),
  )
  return waits ? often : seldom
}

export function sourcesQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [slug, 'sources'],
    queryFn: async ({ signal }): Promise<Sources> => (await api.sources.$get({}, { init: { signal } })).json(),
    refetchInterval: ({ state }) => (state.data ? pauseAfter(state.data) : often),
    staleTime: 0,
  })
}

export function useSources() {
  return useQuery(sourcesQuery(useApi(), useSlug()))
}

/** Whether somebody may change sources, and whether they may see what a delivery says of people. */
export const mayManage = (role: string) => role === 'owner'
export const mayLookInto = (role: string) => ['owner', 'producer', 'marketer'].includes(role)
