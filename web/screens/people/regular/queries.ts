import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { Rhythm } from '../../../../src/domain/schedule.ts'
import type { ScheduleShown } from '../../../../src/http/workspace/schedule-shape.ts'
import { useSlug } from '../../../session.ts'
import { useApi, type WorkspaceApi } from '../../../workspace-api.ts'

export type NewSchedule = Pick<ScheduleShown, 'name' | 'segment' | 'file' | 'unsubscribed' | 'channel'> & {
  when: Rhythm
}

/** Looked at again and again: what was handed to a channel arrives a little later. */
export function schedulesQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [slug, 'schedules'],
    queryFn: async ({ signal }) => (await (await api.schedules.$get(undefined, { init: { signal } })).json()).items,
    refetchInterval: 10_000,
  })
}

/** Makes, changes, runs, pauses and deletes; the list follows. */
export function useScheduleCalls() {
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const changed = () => queries.invalidateQueries({ queryKey: [slug, 'schedules'] })
  return {
    async add(json: NewSchedule): Promise<void> {
      await api.schedules.$post({ json })
      await changed()
    },
    async change(id: string, json: NewSchedule): Promise<void> {
      await api.schedules[':id'].$patch({ param: { id }, json })
      await changed()
    },
    async enable(id: string, enabled: boolean): Promise<void> {
      await api.schedules[':id'].$patch({ param: { id }, json: { enabled } })
      await changed()
    },
    async run(id: string): Promise<void> {
      await api.schedules[':id'].run.$post({ param: { id } })
      await changed()
    },
    async remove(id: string): Promise<void> {
      await api.schedules[':id'].$delete({ param: { id } })
      await changed()
    },
  }
}
