import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionQuery, useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'
import { type Member, type Role, teamQuery } from './queries.ts'

/** Somebody who was just invited: their link, or null where they need none. */
export interface Invited {
  member: Member
  link: string | null
}

/** What an owner does with the team. `invited`: the newest invitation, which is shown once. */
export function useTeamChanges() {
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const [invited, setInvited] = useState<Invited | null>(null)

  // Who changes their own role sees other screens from then on.
  async function refresh() {
    const { queryKey } = teamQuery(api, slug)
    await Promise.all([queryKey, sessionQuery.queryKey].map((key) => queries.invalidateQueries({ queryKey: key })))
  }
  const again = useMutation({
    mutationFn: async (id: string) => (await api.members[':id'].invitation.$post({ param: { id } })).json(),
    onSuccess: setInvited,
    onSettled: refresh,
  })
  const change = useMutation({
    mutationFn: ({ id, role }: { id: string; role: Role }) =>
      api.members[':id'].$patch({ param: { id }, json: { role } }),
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: (id: string) => api.members[':id'].$delete({ param: { id } }),
    onSuccess: (_, id) => setInvited((shown) => (shown?.member.id === id ? null : shown)),
    onSettled: refresh,
  })
  const all = [again, change, remove]
  const latest = all.toSorted((one, other) => other.submittedAt - one.submittedAt)[0]

  return {
    invited,
    /** Throws what the server refuses, for the form. */
    async invite(json: { email: string; name: string; role: Role }) {
      setInvited(await (await api.members.$post({ json })).json())
      await refresh()
    },
    again: again.mutate,
    change: change.mutate,
    remove: remove.mutate,
    isBusy: all.some(({ isPending }) => isPending),
    error: latest?.error ?? null,
  }
}

export type TeamChanges = ReturnType<typeof useTeamChanges>
