import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { sourcesQuery } from '../queries.ts'
import { quarantineKey } from './queries.ts'

export type Outcome = 'accepted' | 'duplicate' | 'ignored' | 'quarantined'

/** So many at a time, that one sees how far it is. */
const atATime = 25

/**
 * Reading again: one, or all of them. `outcomes` of those that were, by id; `progress` while all are, from 0 to 1.
 */
export function useReplay() {
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null)

  async function refresh() {
    const { queryKey } = sourcesQuery(api, slug)
    await Promise.all([quarantineKey(slug), queryKey].map((key) => queries.invalidateQueries({ queryKey: key })))
  }
  const one = useMutation({
    async mutationFn(id: string) {
      const { outcome } = await (await api.quarantine[':id'].replay.$post({ param: { id } })).json()
      setOutcomes((known) => new Map(known).set(id, outcome))
    },
    onSettled: refresh,
  })
  const all = useMutation({
    async mutationFn() {
      const found = new Map<string, Outcome>()
      for (let after: string | null | undefined; after !== null; ) {
        const json = { limit: atATime, ...(after && { after }) }
        const { items, left, next } = await (await api.quarantine.replay.$post({ json })).json()
        for (const { id, outcome } of items) found.set(id, outcome)
        setProgress({ done: found.size, all: found.size + left })
        after = next
      }
      setOutcomes(found)
    },
    onMutate: () => setProgress({ done: 0, all: 0 }),
    async onSettled() {
      await refresh()
      setProgress(null)
    },
  })
  const discard = useMutation({
    mutationFn: (id: string) => api.quarantine[':id'].$delete({ param: { id } }),
    onSettled: refresh,
  })
  const error = one.error ?? all.error ?? discard.error
  return {
    one: one.mutate,
    all: all.mutate,
    discard: discard.mutate,
    isAllDone: all.isSuccess,
    outcomes,
    progress,
    error,
  }
}

export type Replay = ReturnType<typeof useReplay>
