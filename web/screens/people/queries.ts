import { keepPreviousData, queryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { SegmentShown } from '../../../src/http/workspace/segment-shape.ts'
import { useSlug } from '../../session.ts'
import { useApi, type WorkspaceApi } from '../../workspace-api.ts'
import { type Filters, segmentFiltersOf } from './filters.ts'

const pageRows = '100'

/** The list in pages, as far as somebody has scrolled. */
export function usePeople(filters: Filters) {
  const api = useApi()
  const slug = useSlug()
  return useInfiniteQuery({
    queryKey: [slug, 'people', 'list', filters],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filters, limit: pageRows, ...(pageParam && { cursor: pageParam }) }
      return (await api.peopleList.$get({ query }, { init: { signal } })).json()
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  })
}

export function segmentsQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [slug, 'segments'],
    queryFn: async ({ signal }) => (await api.segments.$get(undefined, { init: { signal } })).json(),
  })
}

/** Who would be in a file of these people, and who would be left out. */
export function outlookQuery(api: WorkspaceApi, slug: string, filters: Filters) {
  return queryOptions({
    queryKey: [slug, 'people', 'outlook', filters],
    queryFn: async ({ signal }) => (await api.peopleList.export.$get({ query: filters }, { init: { signal } })).json(),
  })
}

/** Keeps, renames and deletes segments; the list of them follows. */
export function useSegmentCalls() {
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const changed = () => queries.invalidateQueries({ queryKey: [slug, 'segments'] })
  return {
    async add(name: string, filters: Filters): Promise<{ id: string }> {
      const added = await (await api.segments.$post({ json: { name, filters: segmentFiltersOf(filters) } })).json()
      await changed()
      return added
    },
    async change(id: string, json: { name?: string; filters?: SegmentShown['filters'] }): Promise<void> {
      await api.segments[':id'].$patch({ param: { id }, json })
      await changed()
    },
    async remove(id: string): Promise<void> {
      await api.segments[':id'].$delete({ param: { id } })
      await changed()
    },
  }
}
