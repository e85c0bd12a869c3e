import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSlug } from '../../session.ts'
import type { Draft, InForce, Version } from './answers.ts'
import { type Call, useCall } from './call.ts'

/** Others work on the same draft: what they change shows by itself. */
const often = 15_000

export const formulaKey = (slug: string) => [slug, 'formula'] as const

export function draftQuery(call: Call, slug: string) {
  return queryOptions({
    queryKey: [...formulaKey(slug), 'draft'],
    queryFn: async ({ signal }) => (await call<{ draft: Draft | null }>('GET', 'model/draft', undefined, signal)).draft,
    refetchInterval: often,
  })
}

export function useDraft() {
  return useQuery(draftQuery(useCall(), useSlug()))
}

/** The version that everybody is scored under, with its model. */
export function useInForce() {
  const call = useCall()
  const slug = useSlug()
  return useQuery({
    queryKey: [...formulaKey(slug), 'in-force'],
    queryFn: ({ signal }) => call<InForce>('GET', 'model', undefined, signal),
  })
}

export function useVersions() {
  const call = useCall()
  const slug = useSlug()
  return useQuery({
    queryKey: [...formulaKey(slug), 'versions'],
    queryFn: async ({ signal }) => (await call<{ items: Version[] }>('GET', 'model/versions', undefined, signal)).items,
    refetchInterval: ({ state }) => (state.data?.some((each) => each.state === 'building') ? 1_000 : false),
  })
}
