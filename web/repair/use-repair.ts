import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSlug } from '../session.ts'
import { useApi } from '../workspace-api.ts'

/** Somebody unidentified and who they are said to be. */
export interface Tying {
  webinar: string
  connections: readonly string[]
  person: string
}

/** What is said by hand and taken back. After each, all that is shown of the workspace is asked for anew. */
export function useRepair() {
  const { repairs } = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  // Nobody waits for that: a great webinar takes its time to be looked at anew.
  const onSettled = () => {
    queries.invalidateQueries({ queryKey: [slug] })
  }
  const tie = useMutation({
    mutationFn: ({ webinar: id, connections, person }: Tying) =>
      repairs.webinars[':id'].ties.$post({ param: { id }, json: { connection: [...connections], person } }),
    onSettled,
  })
  const untie = useMutation({
    mutationFn: async ({ webinar: id, connections }: Omit<Tying, 'person'>) => {
      for (const connection of connections)
        await repairs.webinars[':id'].ties[':connection'].$delete({ param: { id, connection } })
    },
    onSettled,
  })
  const merge = useMutation({
    mutationFn: async ({ id, into }: { id: string; into: string }) =>
      (await repairs.people[':id'].merge.$post({ param: { id }, json: { into } })).json(),
    onSettled,
  })
  const unmerge = useMutation({
    mutationFn: async ({ id, merge }: { id: string; merge: number }) =>
      (await repairs.people[':id'].unmerge.$post({ param: { id }, json: { merge } })).json(),
    onSettled,
  })
  return { tie, untie, merge, unmerge }
}
