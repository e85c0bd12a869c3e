import { useQuery } from '@tanstack/react-query'
import { useSlug } from '../../session.ts'
import type { Diff } from './answers.ts'
import { useCall } from './call.ts'
import { formulaKey } from './queries.ts'

/** What differs between two versions. */
export function useDiff(from: number, to: number) {
  const call = useCall()
  const slug = useSlug()
  return useQuery({
    queryKey: [...formulaKey(slug), 'diff', from, to],
    queryFn: ({ signal }) => call<Diff>('GET', `model/diff?from=${from}&to=${to}`, undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
