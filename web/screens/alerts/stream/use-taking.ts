import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Alert, alertsKey } from '../../../alerts/queries.ts'
import { Problem } from '../../../api.ts'
import { useSession, useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { listKey } from './queries.ts'

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

/** Whoever takes an alert takes all of the person that nobody has taken, and gives back together what was taken so. */
export function useTaking(): Taking {
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const session = useSession().data
  const me = session?.state === 'signed_in' ? session.user.name : ''
  const [acted, setActed] = useState<ReadonlyMap<string, Alert>>(new Map())
  const [troubles, setTroubles] = useState<ReadonlyMap<string, unknown>>(new Map())
  const show = (alerts: readonly Alert[]) =>
    setActed((now) => new Map([...now, ...alerts.map((each) => [each.id, each] as const)]))

  async function act(alert: Alert, hoped: Alert['taken'], ask: () => Promise<Alert>) {
    const others = known().filter((each) => each.id !== alert.id && isTogether(each, alert))
    const all = [alert, ...others]
    setTroubles((now) => without(now, alert.id))
    show(all.map((each) => takenAs(each, hoped)))
    try {
      const { taken } = await ask()
      show(all.map((each) => takenAs(each, taken)))
    } catch (error) {
      setTroubles((now) => new Map(now).set(alert.id, error))
      const isTaken = error instanceof Problem && error.status === 409
      show([isTaken ? await now(alert).catch(() => alert) : alert, ...others])
    }
    await queries.invalidateQueries({ queryKey: alertsKey(slug) })
  }
  const now = async ({ id }: Alert): Promise<Alert> => (await api.alerts[':id'].$get({ param: { id } })).json()

  function known(): Alert[] {
    const lists = queries.getQueriesData<InfiniteData<{ items: Alert[] }>>({ queryKey: listKey(slug) })
    const listed = lists.flatMap(([, data]) => data?.pages.flatMap(({ items }) => items) ?? [])
    return [...new Map([...listed, ...acted.values()].map((each) => [each.id, each])).values()]
  }

  return {
    ...{ acted, troubles, me },
    take(alert) {
      const param = { id: alert.id }
      const taken = { at: new Date().toISOString(), by: me, afterSeconds: 0 }
      return act(alert, taken, async () => (await api.alerts[':id'].take.$post({ param })).json())
    },
    giveBack(alert) {
      const param = { id: alert.id }
      return act(alert, null, async () => (await api.alerts[':id'].release.$post({ param })).json())
    },
  }
}

/** Of the same person, and both of nobody or taken at once. */
function isTogether(one: Alert, other: Alert): boolean {
  return one.person.id === other.person.id && one.taken?.at === other.taken?.at && one.taken?.by === other.taken?.by
}

function takenAs(alert: Alert, taken: Alert['taken']): Alert {
  if (!taken) return { ...alert, taken }
  const afterSeconds = Math.max(0, (Date.parse(taken.at) - Date.parse(alert.raisedAt)) / 1000)
  return { ...alert, taken: { ...taken, afterSeconds } }
}

function without(map: ReadonlyMap<string, unknown>, id: string): ReadonlyMap<string, unknown> {
  return new Map([...map].filter(([each]) => each !== id))
}
