import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'
import type { Filters } from './filters.ts'

/** Everything that was said is read for it, so it is asked for at its own pace and not at every change. */
const everyMs = 5_000

/** The list in pages, the first one and those that were asked for; while the webinar runs it fills by itself. */
export function useQuestions(id: string, filters: Filters, isLive: boolean) {
  const api = useApi()
  const slug = useSlug()
  return useInfiniteQuery({
    queryKey: [slug, 'questions', id, filters],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filters, ...(pageParam && { cursor: pageParam }) }
      return (await api.questions.$get({ param: { id }, query }, { init: { signal } })).json()
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: isLive ? everyMs : false,
  })
}
