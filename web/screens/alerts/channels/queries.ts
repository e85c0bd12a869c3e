import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ChannelAnswer } from '../../../../src/http/workspace/channels.ts'
import type { SendAnswer } from '../../../../src/http/workspace/sends.ts'
import { alertsKey } from '../../../alerts/queries.ts'
import { useSlug } from '../../../session.ts'
import { useApi, type WorkspaceApi } from '../../../workspace-api.ts'

export type Channel = ChannelAnswer
export type Send = SendAnswer

const everyMs = 10_000

export function channelsQuery(api: WorkspaceApi, slug: string) {
  return queryOptions({
    queryKey: [...alertsKey(slug), 'channels'],
    queryFn: async ({ signal }): Promise<Channel[]> =>
      (await (await api.channels.$get({}, { init: { signal } })).json()).items,
    refetchInterval: everyMs,
  })
}

export function useChannels() {
  return useQuery(channelsQuery(useApi(), useSlug()))
}

/** What went out by a channel, the newest first. */
export function useSends(id: string) {
  const api = useApi()
  return useQuery({
    queryKey: [...alertsKey(useSlug()), 'sends', id],
    queryFn: async ({ signal }): Promise<Send[]> => {
      const query = { limit: 50 }
      return (await (await api.sendsOf.$get({ param: { id }, query }, { init: { signal } })).json()).items
    },
    refetchInterval: everyMs,
  })
}
