import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { sourcesQuery } from '../queries.ts'

/** What can be done with the access that a source has. */
export function useAccess(id: string) {
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: sourcesQuery(api, slug).queryKey })
  const again = useMutation({ mutationFn: () => api.sourceApi.api.probe.$post({ param: { id } }), onSettled })
  const disconnect = useMutation({ mutationFn: () => api.sourceApi.api.$delete({ param: { id } }), onSettled })
  return { again, disconnect }
}
