import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'
import { type Alert, openQuery } from '../queries.ts'
import { useAlertText } from '../sentence.ts'

/** More at once would be a flood: so many are told, the newest. */
const most = 3

/** Shows a notification for each alert that is new since it stands here. One tab tells for all of the browser. */
export default function Notifier(): null {
  const api = useApi()
  const slug = useSlug()
  const [, navigate] = useLocation()
  const { t } = useTranslation('alerts')
  const textOf = useAlertText()
  const { data } = useQuery(openQuery(api, slug, { hidden: true }))
  const told = useRef<string | null | undefined>(undefined)
  const show = useRef((_: Alert) => {})
  show.current = (alert) => {
    const { company, jobTitle } = alert.person
    const body = [jobTitle, company, t('score', { score: alert.card.score })].filter(Boolean).join(' · ')
    // The same tag in another tab replaces it instead of telling twice.
    const shown = new Notification(textOf(alert), { body, tag: alert.id, lang: document.documentElement.lang })
    shown.onclick = () => {
      window.focus()
      navigate(`/w/${slug}/alerts?take=${alert.id}`)
      shown.close()
    }
  }
  useEffect(() => {
    if (!data) return
    const before = told.current
    told.current = data.newest
    if (before === undefined || data.newest === null || data.newest === before) return
    void newSince(before).then((alerts) => alerts.toReversed().forEach((alert) => void show.current(alert)))

    async function newSince(last: string | null): Promise<Alert[]> {
      const { items } = await (await api.alerts.$get({ query: { limit: most } })).json()
      const known = items.findIndex(({ id }) => id === last)
      const fresh = known < 0 ? items : items.slice(0, known)
      return fresh.filter(({ taken }) => taken === null)
    }
  }, [api, data])
  return null
}
