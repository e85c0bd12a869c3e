import { queryOptions } from '@tanstack/react-query'
import type { AlarmAnswer } from '../../src/http/workspace/source-shape.ts'
import type { WorkspaceApi } from '../workspace-api.ts'

export type Alarm = AlarmAnswer

const [seldom, often] = [30_000, 10_000]

/** Sources that are silent though they should speak: asked for now and then while the tab is visible. */
export function alarmsQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [slug, 'alarms'],
    queryFn: async ({ signal }): Promise<Alarm[]> =>
      (await (await api.alarms.$get({}, { init: { signal } })).json()).alarms,
    refetchInterval: ({ state }) => (state.data?.length ? often : seldom),
    retry: false,
  })
}
