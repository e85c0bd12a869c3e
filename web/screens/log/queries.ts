import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { ACT_GROUPS, type ActGroup } from '../../../src/domain/audit.ts'
import { useSlug } from '../../session.ts'
import { useApi, type WorkspaceApi } from '../../workspace-api.ts'

export type Entry = InferResponseType<WorkspaceApi['log']['$get'], 200>['items'][number]

/** The kind of acts that the address asks for; undefined: all. */
export function groupOf(params: URLSearchParams): ActGroup | undefined {
  return ACT_GROUPS.find((each) => each === params.get('act'))
}

function logQuery(api: WorkspaceApi, slug: string, act: ActGroup | undefined) {
  return infiniteQueryOptions({
    queryKey: [slug, 'log', act ?? ''],
    queryFn: async ({ signal, pageParam }) => {
      const query = { ...(act && { act }), ...(pageParam && { cursor: pageParam }) }
      return (await api.log.$get({ query }, { init: { signal } })).json()
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  })
}

/** The log page by page, the latest first. */
export function useLog(act: ActGroup | undefined, isEnabled: boolean) {
  return useInfiniteQuery({ ...logQuery(useApi(), useSlug(), act), enabled: isEnabled })
}
