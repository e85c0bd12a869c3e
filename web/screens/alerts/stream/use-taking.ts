import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Alert, alertsKey } from '../../../alerts/queries.ts'
import { Problem } from '../../../api.ts'
import { useSession, useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'

/** Taking alerts and giving them back: what is shown of those at once, and what the server said against it. */
export interface Taking {
  /** As they are since somebody pressed here, by their ids. */
  acted: ReadonlyMap<string, Alert>
  troubles: ReadonlyMap<string, unknown>
  take: (alert: Alert) => Promise<void>
  giveBack: (alert: Alert) => Promise<void>
  /** The name of whoever sits here. */
  me: string
}

export function useTaking(): Taking {
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const session = useSession().data
  const me = session?.state === 'signed_in' ? session.user.name : ''
  const [acted, setActed] = useState<ReadonlyMap<string, Alert>>(new Map())
  const [troubles, setTroubles] = useState<ReadonlyMap<string, unknown>>(new Map())
  const show = (alert: Alert) => setActed((now) => new Map(now).set(alert.id, alert))
  const showWithOthers = (before: Alert, after: Alert) =>
    setActed((now) => new Map([...now].map(([id, each]) => [id, alongWith(each, before, after)])).set(after.id, after))

  async function act(alert: Alert, hoped: Alert['taken'], ask: () => Promise<Alert>) {
    setTroubles((now) => without(now, alert.id))
    show({ ...alert, taken: hoped })
    try {
      showWithOthers(alert, await ask())
    } catch (error) {
      setTroubles((now) => new Map(now).set(alert.id, error))
      const isTaken = error instanceof Problem && error.status === 409
      show(isTaken ? await now(alert).catch(() => alert) : alert)
    }
    await queries.invalidateQueries({ queryKey: alertsKey(slug) })
  }
  const now = async ({ id }: Alert): Promise<Alert> => (await api.alerts[':id'].$get({ param: { id } })).json()

  return {
    ...{ acted, troubles, me },
    take(alert) {
      const afterSeconds = Math.max(0, (Date.now() - Date.parse(alert.raisedAt)) / 1000)
      const taken = { at: new Date().toISOString(), by: me, afterSeconds }
      const param = { id: alert.id }
      return act(alert, taken, async () => (await api.alerts[':id'].take.$post({ param })).json())
    },
    giveBack(alert) {
      const param = { id: alert.id }
      return act(alert, null, async () => (await api.alerts[':id'].release.$post({ param })).json())
    },
  }
}

/** What was taken of a person like this one is taken, and given back, with it. */
function alongWith(each: Alert, before: Alert, { person, taken }: Alert): Alert {
  const together = each.taken?.at === before.taken?.at && each.taken?.by === before.taken?.by
  if (each.person.id !== person.id || !together) return each
  const afterSeconds = taken && (Date.parse(taken.at) - Date.parse(each.raisedAt)) / 1000
  return { ...each, taken: taken && { ...taken, afterSeconds: afterSeconds! } }
}

function without(map: ReadonlyMap<string, unknown>, id: string): ReadonlyMap<string, unknown> {
  return new Map([...map].filter(([each]) => each !== id))
}
