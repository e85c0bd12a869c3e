import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { Problem } from '../../api.ts'
import { webinarKey } from '../../live.ts'
import type { WorkspaceApi } from '../../workspace-api.ts'

/** Everything about a webinar's replay: asked again when the webinar changes, or the recording is set. */
export const replayKey = (slug: string, id: string) => [...webinarKey(slug, id), 'replay'] as const

/** Where the recording plays; null while none is set. */
export function recordingQuery(api: WorkspaceApi, slug: string, id: string) {
  return queryOptions({
    queryKey: [...replayKey(slug, id), 'recording'],
    queryFn: async ({ signal }) => {
      try {
        return await (await api.onDemand.replay.$get({ param: { id } }, { init: { signal } })).json()
      } catch (error) {
        if (error instanceof Problem && error.status === 404 && error.members.field === 'replay') return null
        throw error
      }
    },
  })
}

export function replayFunnelQuery(api: WorkspaceApi, slug: string, id: string) {
  return queryOptions({
    queryKey: [...replayKey(slug, id), 'funnel'],
    queryFn: async ({ signal }) =>
      (await api.onDemand.replay.funnel.$get({ param: { id } }, { init: { signal } })).json(),
  })
}

/** `all`: also who wants no mail. */
export function noShowsQuery(api: WorkspaceApi, slug: string, id: string, all: boolean) {
  return infiniteQueryOptions({
    queryKey: [...replayKey(slug, id), 'no-shows', all],
    queryFn: ({ signal, pageParam }) => noShowsPage(api, id, { all, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

export async function noShowsPage(
  api: WorkspaceApi,
  id: string,
  { all, cursor, limit }: { all: boolean; cursor: string; limit: number },
  signal?: AbortSignal,
) {
  const query = { limit: String(limit), ...(cursor && { cursor }), ...(all && { includeUnsubscribed: 'true' }) }
  return (await api.noShows.$get({ param: { id }, query }, signal ? { init: { signal } } : {})).json()
}

export function viewersQuery(api: WorkspaceApi, slug: string, id: string) {
  return infiniteQueryOptions({
    queryKey: [...replayKey(slug, id), 'viewers'],
    queryFn: async ({ signal, pageParam: cursor }) =>
      (
        await api.onDemand.viewers.$get(
          { param: { id }, query: { limit: '50', ...(cursor && { cursor }) } },
          { init: { signal } },
        )
      ).json(),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}
