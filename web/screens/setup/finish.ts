import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { askJson } from '../../api.ts'
import { pathAfterSignIn, type Session, sessionQuery } from '../../session.ts'

/** Sends the form of a one-time link; one is signed in afterwards and stands in the workspace. */
export function useFinish() {
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  return async (form: object) => {
    const session = await askJson<Session>('POST', '/setup', form)
    queries.clear()
    queries.setQueryData(sessionQuery.queryKey, session)
    navigate(session.state === 'signed_in' ? pathAfterSignIn(null, session.workspaces) : '/sign-in', { replace: true })
  }
}
