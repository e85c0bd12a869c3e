import { queryOptions, useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { askJson } from './api.ts'

export interface Membership {
  slug: string
  name: string
  role: string
}

/** Who sits here. `setup`: nobody owns this Ripen yet; `insecure`: this address may not be used to sign in. */
export type Session =
  | { state: 'setup' | 'signed_out' }
  | { state: 'insecure'; reason: string; key?: string; params?: Record<string, unknown> }
  | { state: 'signed_in'; user: { name: string; email: string }; workspaces: Membership[] }

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => askJson<Session>('GET', '/session'),
  staleTime: 60_000,
})

export function useSession() {
  return useQuery(sessionQuery)
}

export const WorkspaceSlug = createContext('')

/** The workspace of the address, `/w/<slug>/…`. */
export function useSlug(): string {
  return useContext(WorkspaceSlug)
}

/** What somebody is in this workspace. */
export function useRole(): string {
  const slug = useSlug()
  const { data } = useSession()
  return (data?.state === 'signed_in' && data.workspaces.find((each) => each.slug === slug)?.role) || ''
}

/** Where to sign in so that the same screen comes back afterwards. */
export function signInPath(): string {
  const { pathname, search } = window.location
  const here = pathname + search
  return here === '/' || pathname === '/sign-in' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`
}

/** Only addresses of this dashboard are followed after sign-in. */
export function pathAfterSignIn(to: string | null, workspaces: readonly Membership[]): string {
  if (to && /^\/w\/[^\\]*$/.test(to)) return to
  return workspaces[0] ? `/w/${workspaces[0].slug}/webinars` : '/'
}
