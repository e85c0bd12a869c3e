import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSlug } from './session.ts'
import { useApi, type WorkspaceApi } from './workspace-api.ts'

/** What the workspace is called, its time zone and thresholds, and how far scoring is. */
export function workspaceQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [slug, 'workspace'],
    queryFn: async ({ signal }) => (await api.workspace.$get({}, { init: { signal } })).json(),
    staleTime: 60_000,
  })
}

/** The time zone in which the company counts its days; undefined, the browser's own, until it is known. */
export function useTimezone(): string | undefined {
  return useQuery(workspaceQuery(useApi(), useSlug())).data?.timezone
}
