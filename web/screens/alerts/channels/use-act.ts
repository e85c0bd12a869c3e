import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { alertsKey } from '../../../alerts/queries.ts'
import { useSlug } from '../../../session.ts'

/** Does something to a channel; what was refused is kept to be shown, and everything about alerts is asked again. */
export function useAct() {
  const slug = useSlug()
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  async function act<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
    setError(null)
    setBusy(true)
    try {
      return await ask()
    } catch (caught) {
      setError(caught)
      return null
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: alertsKey(slug) })
    }
  }
  return { act, error, isBusy }
}
