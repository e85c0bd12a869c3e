import { queryOptions, useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { RankingPage, RankingRow } from '../../../../src/http/workspace/ranking.ts'
import { webinarKey } from '../../../live.ts'
import { useSlug } from '../../../session.ts'
import { useApi, type WorkspaceApi } from '../../../workspace-api.ts'
import type { Filters } from './filters.ts'
import { type Length, lengthOf, type Page, pageRows, pagesToDrop } from './held-pages.ts'

const rankingKey = (slug: string, id: string) => [...webinarKey(slug, id), 'ranking'] as const

function pageQuery(api: WorkspaceApi, slug: string, id: string, filters: Filters, page: number) {
  const query = { ...filters, limit: String(pageRows), offset: String(page * pageRows) }
  return queryOptions({
    queryKey: [...rankingKey(slug, id), filters, page],
    queryFn: async ({ signal }) => (await api.ranking.$get({ param: { id }, query }, { init: { signal } })).json(),
  })
}

/** What is there of a ranking: the rows of the pages that were asked for, and how long it is. */
export interface Ranked {
  filters: Filters
  rowAt: (index: number) => RankingRow | undefined
  length: Length
  error: Error | null
  /** The first rows of these filters are still on their way. */
  isPending: boolean
  /** They cannot be fetched at present; it is tried again. */
  isWaiting: boolean
  /** By person, as the held pages have them. */
  scores: ReadonlyMap<string, number>
  retry: () => void
}

/** The rows of the pages in sight. Pages out of sight are kept for a while, but never more rows than `mostRows`. */
export function useRanking(id: string, filters: Filters, pages: readonly number[]): Ranked {
  const api = useApi()
  const slug = useSlug()
  const queries = useQueries({ queries: pages.map((page) => pageQuery(api, slug, id, filters, page)) })
  const known = useRef<{ filters: Filters; length: Length }>({ filters, length: unknown })
  useDropping(slug, id, pages)

  const at = Math.max(0, ...queries.map(({ dataUpdatedAt }) => dataUpdatedAt))
  const isWaiting = queries.some(
    ({ data, failureCount, fetchStatus }) => !data && (failureCount > 0 || fetchStatus === 'paused'),
  )
  const error = queries.find(({ error, data }) => error && !data)?.error ?? null
  return useMemo(() => {
    const held = new Map<number, RankingPage>()
    const told: Page[] = []
    queries.forEach(({ data, dataUpdatedAt }, index) => {
      if (!data) return
      const number = pages[index]!
      held.set(number, data)
      told.push({
        number,
        rows: data.items.length,
        isMore: data.nextCursor !== null,
        total: data.matching,
        at: dataUpdatedAt,
      })
    })
    const before = known.current.filters === filters ? known.current.length : unknown
    const length = lengthOf(told, before)
    known.current = { filters, length }
    const rows = [...held.values()].flatMap(({ items }) => items)
    return {
      filters,
      rowAt: (index) => held.get(Math.floor(index / pageRows))?.items[index % pageRows],
      length,
      error,
      isWaiting,
      isPending: told.length === 0 && length.rows === 0,
      scores: new Map(rows.map(({ person, score }) => [person.id, score])),
      retry: () => {
        for (const query of queries) if (query.error) query.refetch()
      },
    }
  }, [filters, pages, at, error, isWaiting, queries.filter(({ data }) => data).length])
}

const unknown: Length = { rows: 0, isExact: false }

function useDropping(slug: string, id: string, pages: readonly number[]): void {
  const cache = useQueryClient().getQueryCache()
  useEffect(() => {
    const held = cache.findAll({ queryKey: rankingKey(slug, id) })
    const rest = held.filter((query) => !query.isActive()).sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    const sized = rest.map((query) => ({
      query,
      rows: (query.state.data as RankingPage | undefined)?.items.length ?? 0,
    }))
    for (const { query } of pagesToDrop(sized, pages.length * pageRows)) cache.remove(query)
  }, [cache, slug, id, pages])
}
