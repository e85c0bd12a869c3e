import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type Alert, alertsKey } from '../../../alerts/queries.ts'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { queryOf, type Shown } from './filters.ts'

const [often, seldom] = [3_000, 15_000]

/** Under which the lists are kept, whatever they show. */
export const listKey = (slug: string) => [...alertsKey(slug), 'list']

/** In pages, the newest first; new ones come by themselves while the tab is visible. */
export function useAlerts(shown: Shown) {
  const api = useApi()
  return useInfiniteQuery({
    queryKey: [...listKey(useSlug()), shown],
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: 50, ...queryOf(shown), ...(pageParam && { cursor: pageParam }) }
      return (await api.alerts.$get({ query }, { init: { signal } })).json()
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: often,
  })
}

/** One alert, as the link in a message names it. */
export function useAlert(id: string) {
  const api = useApi()
  return useQuery({
    queryKey: [...alertsKey(useSlug()), 'one', id],
    queryFn: async ({ signal }): Promise<Alert> =>
      (await api.alerts[':id'].$get({ param: { id } }, { init: { signal } })).json(),
    refetchInterval: often,
  })
}

/** How fast sales answered in the last days, and who waits. */
export function useWaits() {
  const api = useApi()
  return useQuery({
    queryKey: [...alertsKey(useSlug()), 'waits'],
    queryFn: async ({ signal }) => (await api.alerts.waits.$get({ query: { days: 7 } }, { init: { signal } })).json(),
    refetchInterval: seldom,
  })
}
