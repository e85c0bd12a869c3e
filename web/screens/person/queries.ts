import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useSlug } from '../../session.ts'
import { useApi, type WorkspaceApi } from '../../workspace-api.ts'

/** A person as of a moment; null: now. A merged person answers with the id it has now. */
export function personQuery(api: WorkspaceApi, slug: string, id: string, asOf: string | null) {
  return queryOptions({
    queryKey: [slug, 'person', id, asOf],
    queryFn: async () => (await api.people[':id'].$get({ param: { id }, query: momentAsked(asOf) })).json(),
    placeholderData: keepPreviousData,
    // What happens in a running webinar shows without a reload; a moment of the past stays as it is.
    refetchInterval: ({ state }) => (!asOf && state.data?.webinars.some(isRunning) ? 15_000 : false),
  })
}

export function usePerson(id: string, asOf: string | null) {
  return useQuery(personQuery(useApi(), useSlug(), id, asOf))
}

/** The score at every moment it changed, up to now. */
export function useHistory(id: string) {
  const api = useApi()
  const slug = useSlug()
  return useQuery({
    queryKey: [slug, 'person', id, 'history'],
    queryFn: async () => (await api.people[':id'].history.$get({ param: { id }, query: {} })).json(),
  })
}

function isRunning({ state }: { state: string }): boolean {
  return state === 'live'
}

function momentAsked(asOf: string | null): { asOf?: string } {
  return asOf ? { asOf } : {}
}
