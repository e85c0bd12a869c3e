import { queryOptions, useQuery } from '@tanstack/react-query'
import type { RuleAnswer } from '../../../../src/http/workspace/alert-rules.ts'
import { alertsKey } from '../../../alerts/queries.ts'
import { ask } from '../../../api.ts'
import { useSlug } from '../../../session.ts'
import { useApi, type WorkspaceApi } from '../../../workspace-api.ts'

export type Rule = RuleAnswer

export function rulesQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [...alertsKey(slug), 'rules'],
    queryFn: async ({ signal }): Promise<Rule[]> =>
      // The client does not follow a condition within a condition.
      (await (await api.alertRules.$get({}, { init: { signal } })).json()).items as Rule[],
  })
}

export function useRules() {
  return useQuery(rulesQuery(useApi(), useSlug()))
}

/** What the company's own formula calls the topics of buying and the roles. */
export function useModelNames() {
  const api = useApi()
  return useQuery({
    queryKey: [useSlug(), 'model names'],
    queryFn: async ({ signal }) => {
      const answer = await ask('/api/v1/model', { headers: api.headers, signal })
      type Named = { id: string }
      const { model } = (await answer.json()) as { model: { buyingWords?: Named[]; roles?: Named[] } }
      const ids = (named: Named[] = []) => named.map(({ id }) => id)
      return { topics: ids(model.buyingWords), roles: ids(model.roles) }
    },
    staleTime: 60_000,
  })
}
