import { keepPreviousData, skipToken, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'

const pauseMs = 700
/** A sheet of a running webinar is made anew at its own pace, for everybody is looked at for it. */
const liveMs = 30_000

export const sheetKey = (slug: string, id: string) => [slug, 'sheet', id] as const

/** The sheet of a webinar; `progress`, from 0 to 1, while it is being worked out, null while that is not known. */
export function useSheet(id: string, isLive: boolean) {
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const key = sheetKey(slug, id)
  const progressKey = [...key, 'progress']
  const { data: progress } = useQuery<number | null>({ queryKey: progressKey, queryFn: skipToken })
  const query = useQuery({
    queryKey: [...key, 'itself'],
    queryFn: async ({ signal }) => {
      for (;;) {
        const answer = await (await api.reconciliation.$get({ param: { id } }, { init: { signal } })).json()
        if (answer.state === 'done') return { id: answer.id, ...answer.result }
        queries.setQueryData(progressKey, answer.progress)
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    },
    placeholderData: keepPreviousData,
    refetchInterval: isLive ? liveMs : false,
  })
  return { ...query, progress: progress ?? null }
}

export type ShownSheet = NonNullable<ReturnType<typeof useSheet>['data']>

export type ListName = 'people' | 'unidentified' | 'clashes' | 'dial-ins' | 'staff' | 'ties'

interface Page<Item> {
  items: Item[]
  total: number
  nextCursor: string | null
}

/** A list of the sheet, from its first page on where that came with the sheet. */
export function usePages<Item>(
  name: ListName,
  sheet: ShownSheet,
  first: Page<Item> | null,
  query: { only?: 'differences' } = {},
) {
  const api = useApi()
  const slug = useSlug()
  const param = { id: sheet.webinar.id, sheet: sheet.id }
  const { data, ...rest } = useInfiniteQuery({
    queryKey: [...sheetKey(slug, sheet.webinar.id), name, sheet.id, query],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const asked = { ...query, ...(pageParam && { cursor: pageParam }) }
      const answer = await api.reconciliation[':sheet'][name].$get({ param, query: asked }, { init: { signal } })
      return (await answer.json()) as unknown as Page<Item>
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    ...(first && { initialData: { pages: [first], pageParams: [''] } }),
  })
  const pages = data?.pages ?? []
  return { ...rest, items: pages.flatMap(({ items }) => items), total: pages[0]?.total ?? 0 }
}
