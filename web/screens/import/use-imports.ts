import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useReducer } from 'react'
import { useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'
import { importActions } from './import-actions.ts'
import { type Change, changed, type Dropped } from './imports.ts'

/** The files that were dropped here, and what can be done with them. Leaving the screen breaks off what is running. */
export function useImports() {
  const api = useApi()
  const [files, change] = useReducer(changed, [])
  const actions = useMemo(() => importActions(api, change), [api])
  useEffect(() => actions.stop, [actions])
  useScoring(files, change)
  return { files, ...actions }
}

const often = 500

/** While people are being scored, asks how many are left; then what the other screens show is out of date. */
function useScoring(files: readonly Dropped[], change: (change: Change) => void): void {
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const scoring = files.filter(({ progress }) => progress.state === 'scoring').map(({ id }) => id)
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['backlog', slug, ...scoring],
    queryFn: async () => (await (await api.workspace.$get()).json()).backlog,
    enabled: scoring.length > 0,
    refetchInterval: often,
    staleTime: 0,
  })
  // An answer counts each time it comes, also the same one.
  useEffect(() => {
    if (data === undefined) return
    change({ type: 'scored', left: data })
    if (data === 0) queries.invalidateQueries({ queryKey: [slug] })
  }, [data, dataUpdatedAt, change, queries, slug])
}
