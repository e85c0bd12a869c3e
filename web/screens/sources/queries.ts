import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSlug } from '../../session.ts'
import { useApi, type WorkspaceApi } from '../../workspace-api.ts'

const often = 2_000

/** All sources, asked for every two seconds: this screen turns green by itself. */
export function sourcesQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [slug, 'sources'],
    queryFn: async () => (await (await api.sources.$get()).json()).items,
    refetchInterval: often,
    staleTime: 0,
  })
}

export type Source = NonNullable<ReturnType<typeof useSources>['data']>[number]

export function useSources() {
  return useQuery(sourcesQuery(useApi(), useSlug()))
}
