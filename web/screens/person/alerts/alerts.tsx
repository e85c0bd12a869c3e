import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { alertsKey } from '../../../alerts/queries.ts'
import { useAlertText } from '../../../alerts/sentence.ts'
import { Card } from '../../../parts/card.tsx'
import { useSlug } from '../../../session.ts'
import { useWhen } from '../../../when.ts'
import { useApi } from '../../../workspace-api.ts'
import style from '../person.module.css'

/** The newest say enough; all are on the screen of alerts. */
const most = 5

/** What sales was told of this person, the newest first, and who took it; nothing while nobody was told anything. */
export default function Alerts({ id }: { id: string }) {
  const { t } = useTranslation('alerts')
  const api = useApi()
  const slug = useSlug()
  const when = useWhen()
  const textOf = useAlertText()
  const { data } = useQuery({
    queryKey: [...alertsKey(slug), 'person', id],
    queryFn: async ({ signal }) =>
      (await api.alerts.$get({ query: { person: id, limit: most } }, { init: { signal } })).json(),
  })
  if (!data?.items.length) return null
  return (
    <Card title={t('ofPerson')}>
      <ol>
        {data.items.map((alert) => (
          <li key={alert.id} className={style.note}>
            <time dateTime={alert.at}>{when.dayAndTime(alert.at)}</time>
            <Link href={`/w/${slug}/alerts?take=${alert.id}`}>{textOf(alert)}</Link>
            {alert.taken ? <bdi>{alert.taken.by}</bdi> : <span>{t('untaken')}</span>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
