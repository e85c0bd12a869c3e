import { queryOptions } from '@tanstack/react-query'
import { webinarKey } from '../../../live.ts'
import type { WorkspaceApi } from '../../../workspace-api.ts'

/** So many are found quickly, so that who of them wants no mail can be asked before anybody opens the menu. */
export const few = 200

/** How many are hot; null where they are too many to be counted quickly. */
export function hotQuery(api: WorkspaceApi, slug: string, id: string) {
  return queryOptions({
    queryKey: [...webinarKey(slug, id), 'hot'],
    queryFn: async ({ signal }) => {
      const query = { temperature: 'hot', limit: '1' }
      const { matching, atLeast } = await (
        await api.ranking.$get({ param: { id }, query }, { init: { signal } })
      ).json()
      return matching ?? (atLeast === 0 ? 0 : null)
    },
  })
}

/** Who would be in a file with these filters, and who would be left out. */
export function outlookQuery(api: WorkspaceApi, slug: string, id: string, filters: Record<string, string>) {
  return queryOptions({
    queryKey: [...webinarKey(slug, id), 'outlook', filters],
    queryFn: async ({ signal }) =>
      (await api.exports.$get({ param: { id }, query: filters }, { init: { signal } })).json(),
  })
}
