import { useQuery } from '@tanstack/react-query'
import { useSlug } from '../../session.ts'
import type { Diff } from './answers.ts'
import { useCall } from './call.ts'
import { formulaKey } from './queries.ts'

/** What differs between a version and another one, or the draft of that revision. */
export function useDiff(from: number, to: number | { draft: number }, isWanted = true) {
  const call = useCall()
  const slug = useSlug()
  const named = typeof to === 'number' ? String(to) : 'draft'
  return useQuery({
    queryKey: [...formulaKey(slug), 'diff', from, to],
    queryFn: ({ signal }) => call<Diff>('GET', `model/diff?from=${from}&to=${named}`, undefined, signal),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
