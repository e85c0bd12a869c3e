import { queryOptions, useQuery } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { useSlug } from '../../session.ts'
import { useApi, type WorkspaceApi } from '../../workspace-api.ts'

export type Member = InferResponseType<WorkspaceApi['members']['$get'], 200>['items'][number]
export type Role = Member['role']
export type ApiKey = InferResponseType<WorkspaceApi['apiKeys']['$get'], 200>['items'][number]

export const roles = ['owner', 'producer', 'marketer', 'sales', 'partner'] as const satisfies readonly Role[]

export function teamQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [slug, 'team'],
    queryFn: async ({ signal }) => (await (await api.members.$get({}, { init: { signal } })).json()).items,
    staleTime: 0,
  })
}

export function useTeam() {
  return useQuery(teamQuery(useApi(), useSlug()))
}

export function apiKeysQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [slug, 'api-keys'],
    queryFn: async ({ signal }) => (await (await api.apiKeys.$get({}, { init: { signal } })).json()).items,
    staleTime: 0,
  })
}

export function useApiKeys() {
  return useQuery(apiKeysQuery(useApi(), useSlug()))
}
