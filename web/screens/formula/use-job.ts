import { type keepPreviousData, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSlug } from '../../session.ts'
import { useCall } from './call.ts'
import { formulaKey } from './queries.ts'

type Answer<Result> = { id: string } & ({ state: 'done'; result: Result } | { state: 'running'; progress: number })

const pauseMs = 700

/**
 * Work over everybody under the draft: begun when first looked at, asked for again until its result is there. `subject`
 * tells one content of the draft from another; `progress`, from 0 to 1, is null while it is not known.
 */
export function useJob<Result>(
  path: 'model/preview' | 'model/backtest' | 'model/suggest',
  subject: string,
  isWanted: boolean,
  options: { placeholderData?: typeof keepPreviousData } = {},
) {
  const call = useCall()
  const slug = useSlug()
  const queries = useQueryClient()
  const key = [...formulaKey(slug), path, subject]
  const progressKey = [...key, 'progress']
  const { data: progress } = useQuery<number | null>({ queryKey: progressKey, queryFn: skipToken })
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      queries.setQueryData(progressKey, null)
      let answer = await call<Answer<Result>>('POST', path, {}, signal)
      while (answer.state === 'running') {
        queries.setQueryData(progressKey, answer.progress)
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
        answer = await call<Answer<Result>>('GET', `${path}/${answer.id}`, undefined, signal)
      }
      return answer.result
    },
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
    ...options,
  })
  return { ...query, progress: progress ?? null }
}
