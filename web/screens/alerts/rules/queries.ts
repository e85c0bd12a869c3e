import { queryOptions, useQuery } from '@tanstack/react-query'
import type { AlertRule } from '../../../../src/domain/alert/rule.ts'
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

/** Puts a rule in the place of one, or makes it where `id` is null. Its input is too deep for the typed client. */
export async function storeRule({ headers }: WorkspaceApi, id: string | null, rule: AlertRule): Promise<void> {
  await ask(id === null ? '/api/v1/alert-rules' : `/api/v1/alert-rules/${id}`, {
    method: id === null ? 'POST' : 'PUT',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(rule),
  })
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
