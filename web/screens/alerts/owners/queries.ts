import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Routes } from '../../../../src/domain/alert/rule.ts'
import { alertsKey } from '../../../alerts/queries.ts'
import { useSlug } from '../../../session.ts'
import { useApi, type WorkspaceApi } from '../../../workspace-api.ts'

export function routesQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [...alertsKey(slug), 'routing'],
    queryFn: async ({ signal }): Promise<Routes> =>
      // The client does not follow a condition within a condition.
      (await (await api.alertRouting.$get({}, { init: { signal } })).json()) as Routes,
  })
}

export function useRoutes() {
  return useQuery(routesQuery(useApi(), useSlug()))
}
