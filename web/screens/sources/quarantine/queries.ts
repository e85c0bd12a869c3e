import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Quarantined } from '../../../../src/http/workspace/quarantine.ts'
import { useSlug } from '../../../session.ts'
import { useApi, type WorkspaceApi } from '../../../workspace-api.ts'

export type { Quarantined }

const now = 15_000

export const quarantineKey = (slug: string) => [slug, 'quarantine'] as const

function quarantineQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [...quarantineKey(slug), 'waiting'],
    queryFn: async ({ signal }) => (await api.quarantine.$get({}, { init: { signal } })).json(),
    refetchInterval: now,
  })
}

export function useQuarantine() {
  return useQuery(quarantineQuery(useApi(), useSlug()))
}

/** One of them with its body. It never changes. */
export function useDelivery(id: string) {
  const api = useApi()
  return useQuery({
    queryKey: [...quarantineKey(useSlug()), 'body', id],
    queryFn: async ({ signal }) => (await api.quarantine[':id'].$get({ param: { id } }, { init: { signal } })).json(),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

export function useDiscarded(isWanted: boolean) {
  const api = useApi()
  return useQuery({
    queryKey: [...quarantineKey(useSlug()), 'discarded'],
    queryFn: async ({ signal }) => (await (await api.quarantine.discarded.$get({}, { init: { signal } })).json()).items,
    enabled: isWanted,
  })
}
